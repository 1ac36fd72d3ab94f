// Ticks on a page that is left by another way than its buttons are not lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answers } from "../answers.js";
import { answer, begin, next, ticked } from "../taking.js";
import { visiting } from "../visit.js";

test("ticks survive the browser's back and forward", visiting({}, async (visit) => {
  await tickPartTwo(visit);
  await visit.page.goBack();
  await visit.page.goForward();
  assert.deepEqual(await ticked(visit), answers[2]);
}));

test("ticks survive a look at an earlier step in the step guide", visiting({}, async (visit) => {
  await tickPartTwo(visit);
  await visit.press('.steps :is(a, button)');
  assert.equal(visit.where(), "/test/1");
  await next(visit);
  assert.deepEqual(await ticked(visit), answers[2]);
}));

test("ticks survive the language switch", visiting({}, async (visit) => {
  await tickPartTwo(visit);
  await visit.press(".masthead-language :is(a, button)");
  assert.deepEqual(await ticked(visit), answers[2]);
}));

async function tickPartTwo(visit) {
  await begin(visit);
  await answer(visit, 1);
  await next(visit);
  await answer(visit, 2);
}
