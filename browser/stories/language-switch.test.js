// The language switch stays on the page, with the answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answers } from "../answers.js";
import { pages } from "../pages.js";
import { begin, takeTest, ticked } from "../taking.js";
import { profileAfter, visiting } from "../visit.js";

const begun = await profileAfter(begin);
const taken = await profileAfter(takeTest);

for (const { name, come, profile } of pages({ begun, taken })) {
  test(`${name} is the same page in the other language and back`, visiting({ profile }, async (visit) => {
    await come(visit);
    const { address, language } = await seen(visit);
    await switchLanguage(visit);
    const other = await seen(visit);
    assert.equal(other.address, address);
    assert.notEqual(other.language, language);
    await switchLanguage(visit);
    assert.deepEqual(await seen(visit), { address, language });
  }));
}

test("a part keeps its answers through the language switch", visiting({ profile: taken }, async (visit) => {
  await visit.open("/test/2");
  const danish = await visit.page.locator("h1").innerText();
  await switchLanguage(visit);
  assert.notEqual(await visit.page.locator("h1").innerText(), danish);
  assert.deepEqual(await ticked(visit), answers[2]);
}));

test("the result marks the same answers in both languages", visiting({ profile: taken }, async (visit) => {
  await visit.open("/test/resultat");
  const marked = () => visit.page.locator(".bar").evaluateAll((bars) => bars.map((bar) => bar.matches(".bar-own")));
  const danish = await marked();
  assert.ok(danish.includes(true));
  await switchLanguage(visit);
  assert.deepEqual(await marked(), danish);
}));

function switchLanguage(visit) {
  return visit.press(".masthead-language :is(a, button)");
}

async function seen(visit) {
  return { address: visit.where(), language: await visit.page.locator("html").getAttribute("lang") };
}
