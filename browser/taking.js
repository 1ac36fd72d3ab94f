// Taking the test as a reader does it, on what the page shows.

import { answers, group, parts } from "./answers.js";

export const COOKIE = "stafet_test";

export const box = (item, choice) => `input[name="${item}"][value="${choice}"]`;

export async function begin(visit) {
  await visit.open("/test");
  await visit.page.selectOption("#group", group);
  await visit.press("form:has(#group) button");
}

export async function answer(visit, part) {
  for (const [item, choice] of answers[part]) await visit.page.locator(box(item, choice)).check();
}

export const next = (visit) => visit.press('button[name="-next"]');
export const back = (visit) => visit.press('button[name="-back"]');

export async function answerEveryPart(visit) {
  for (const part of parts) {
    await answer(visit, part);
    await next(visit);
  }
}

export async function takeTest(visit) {
  await begin(visit);
  await answerEveryPart(visit);
}

// What is ticked on the page, in the page's order.
export function ticked(visit) {
  const boxes = visit.page.locator("main form input:checked");
  return boxes.evaluateAll((ticked) => ticked.map((box) => [box.name, box.value]));
}
