// Going back and forward, leaving and returning, and using two tabs never lose an answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, parts } from "../answers.js";
import { answer, answerEveryPart, back, begin, box, COOKIE, next, takeTest, ticked } from "../taking.js";
import { profileAfter, Visit, visiting } from "../visit.js";

const days = 24 * 60 * 60;

test("the browser's back and forward show every answer", visiting({}, async (visit) => {
  await takeTest(visit);
  for (const part of parts.toReversed()) {
    await visit.page.goBack();
    assert.equal(visit.where(), `/test/${part}`);
    assert.deepEqual(await ticked(visit), answers[part]);
  }
  for (const part of parts) {
    assert.deepEqual(await ticked(visit), answers[part]);
    await visit.page.goForward();
  }
  assert.equal(visit.where(), "/test/resultat");
}));

test("the Back button keeps what is answered on a page that is not finished", visiting({}, async (visit) => {
  await begin(visit);
  await answer(visit, 1);
  await next(visit);
  const [some] = answers[2];
  await visit.page.locator(box(...some)).check();
  await back(visit);
  assert.equal(visit.where(), "/test/1");
  assert.deepEqual(await ticked(visit), answers[1]);
  await next(visit);
  assert.deepEqual(await ticked(visit), [some]);
}));

test("an answer changed after going back is the one that counts", visiting({}, async (visit) => {
  await takeTest(visit);
  await visit.open("/test/4");
  await visit.page.locator(box("culture.curious_about_technology", "dont_know")).check();
  await next(visit);
  await visit.open("/test/4");
  assert.ok(await visit.page.locator(box("culture.curious_about_technology", "dont_know")).isChecked());
  await visit.open("/test/3");
  assert.deepEqual(await ticked(visit), answers[3]);
}));

test("a closed browser remembers for thirty days, and the test goes on where it was left", async () => {
  const left = await profileAfter(async (visit) => {
    await begin(visit);
    await answer(visit, 1);
    await next(visit);
  });
  await visiting({ profile: left }, async (visit) => {
    const { expires } = await visit.cookie(COOKIE);
    const age = expires - Date.now() / 1000;
    assert.ok(29 * days < age && age <= 30 * days);
    await visit.open("/test");
    await visit.press('main a[href^="/test/"]');
    assert.deepEqual(await ticked(visit), answers[1]);
    await next(visit);
    assert.equal(visit.where(), "/test/2");
  })();
});

test("two tabs that answer different parts lose nothing", visiting({}, async (visit) => {
  await begin(visit);
  const other = await secondTab(visit);
  await other.open("/test/4");
  await answer(visit, 1);
  await answer(other, 4);
  await next(visit);
  await next(other);
  await visit.open("/test/1");
  assert.deepEqual(await ticked(visit), answers[1]);
  await other.open("/test/4");
  assert.deepEqual(await ticked(other), answers[4]);
}));

test("a lost cookie does not lose the page that is being answered", visiting({}, async (visit) => {
  await begin(visit);
  await visit.context.clearCookies();
  await answerEveryPart(visit);
  assert.equal(visit.where(), "/test/resultat");
}));

async function secondTab(visit) {
  return new Visit(visit.context, await visit.context.newPage(), visit.language);
}
