// Improves pages that work without it. Everything here is about fields of the test, and about focus.

// Moves the reader to what must be mended.
document.querySelector("[data-focus]")?.focus();

// An answer that stands alone takes the other ticks away, and the other way round.
function keepAlone(box, boxes) {
  if (!box.checked) return;
  const gone = box.dataset.alone !== undefined
    ? boxes.filter((other) => other !== box)
    : boxes.filter((other) => other.dataset.alone !== undefined);
  for (const other of gone) other.checked = false;
}

// With three of three ticked, the rest rest. A tick can always be moved.
function keepWithin(atMost, boxes) {
  const isFull = boxes.filter((box) => box.checked).length >= atMost;
  for (const box of boxes) box.disabled = isFull && !box.checked && box.dataset.alone === undefined;
}

for (const fieldset of document.querySelectorAll("fieldset")) {
  const boxes = [...fieldset.querySelectorAll("input[type=checkbox]")];
  if (boxes.length === 0) continue;
  const atMost = Number(fieldset.dataset.atMost ?? boxes.length);
  fieldset.addEventListener("change", (event) => {
    keepAlone(event.target, boxes);
    keepWithin(atMost, boxes);
  });
  keepWithin(atMost, boxes);
}

// A form that is left by another way than its buttons sends what is filled in along, once.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let isUnsent = false;
  form.addEventListener("change", () => { isUnsent = true; });
  form.addEventListener("submit", () => { isUnsent = false; });
  addEventListener("pagehide", () => {
    if (!isUnsent) return;
    isUnsent = false;
    const filled = new URLSearchParams(new FormData(form));
    filled.append("-stay", "");
    navigator.sendBeacon(form.action, filled);
  });
}
