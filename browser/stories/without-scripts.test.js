// Everything works with JavaScript turned off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, parts } from "../answers.js";
import { answer, begin, box, next, takeTest, ticked } from "../taking.js";
import { phone, visiting } from "../visit.js";

const plain = { scripts: false, viewport: phone };

test("the test is taken and the result is shown without JavaScript", visiting(plain, async (visit) => {
  await takeTest(visit);
  assert.equal(visit.where(), "/test/resultat");
  assert.ok((await visit.page.locator(".bar-own").count()) > 0);
}));

test("the tables behind the charts open without JavaScript", visiting(plain, async (visit) => {
  await takeTest(visit);
  await visit.page.locator("details summary").first().click();
  assert.ok(await visit.page.locator("details table").first().isVisible());
}));

test("every part says what is missing, and keeps what was given, without JavaScript", visiting(plain, async (visit) => {
  await begin(visit);
  for (const part of parts) {
    const [first, ...rest] = answers[part];
    await visit.page.locator(box(...first)).check();
    await next(visit);
    assert.equal(visit.arrival.status(), 422);
    assert.deepEqual(await ticked(visit), [first]);
    const fields = new Set(rest.map(([item]) => item).filter((item) => item !== first[0]));
    assert.equal(await visit.page.locator(".form-error-message").count(), fields.size);
    assert.equal(await visit.page.locator(".alert-error a").count(), fields.size);
    await answer(visit, part);
    await next(visit);
  }
  assert.equal(visit.where(), "/test/resultat");
}));

test("answers are kept and erased without JavaScript", visiting(plain, async (visit) => {
  await takeTest(visit);
  await visit.press('form[action$="/test/bevar"] button');
  assert.ok(await visit.page.locator(".alert-success").isVisible());
  await visit.press('form[action$="/test/slet"] button');
  assert.equal(visit.where(), "/test?slettet");
}));
