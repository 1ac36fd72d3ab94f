// Where the keyboard is on a page, and whether one can see it.

import assert from "node:assert/strict";

const FARTHEST = 200;

// An attribute of what has focus.
export function focused(visit, attribute) {
  return visit.page.evaluate((name) => document.activeElement.getAttribute(name), attribute);
}

// Presses Tab until focus is on what the selector means, and sees it all the way.
export async function tabTo(visit, selector) {
  for (let step = 0; step < FARTHEST; step += 1) {
    if (await visit.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await visit.page.keyboard.press("Tab");
    await assertFocusSeen(visit);
  }
  assert.fail(`Tab never came to ${selector} on ${visit.page.url()}`);
}

// What has focus is on the screen, and a line drawn around it says so.
export async function assertFocusSeen(visit) {
  const { what, onScreen, outlined } = await visit.page.evaluate(look);
  assert.ok(onScreen, `focus is off the screen on ${what}`);
  assert.ok(outlined, `focus is not drawn on ${what}`);
}

// Runs in the page. The design system draws the focus of a box on its label.
async function look() {
  const element = document.activeElement;
  if (element === document.body) return { what: "the page itself", onScreen: true, outlined: true };
  await Promise.all(element.getAnimations().map((motion) => motion.finished));
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const upAndDown = height <= innerHeight ? top >= 0 && bottom <= innerHeight : bottom > 0 && top < innerHeight;
  const onScreen = upAndDown && right > 0 && left < innerWidth && width > 1 && height > 1;
  const box = element.matches("input[type=checkbox], input[type=radio]");
  const style = box ? getComputedStyle(element.labels[0], "::before") : getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return { what: element.outerHTML.slice(0, 160), onScreen, outlined };
}
