// The whole test, with a finger on a phone and a pointer on a desk, from the front page to what may be kept.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answers, group, parts } from "../answers.js";
import { box, COOKIE, next, takeTest } from "../taking.js";
import { desk, phone, profileAfter, visiting } from "../visit.js";

const phoneInDanish = { language: "da", viewport: phone };
const deskInEnglish = { language: "en", viewport: desk };
const taken = await profileAfter(takeTest);

for (const [how, manner] of [["in Danish on a phone", phoneInDanish], ["in English on a desk", deskInEnglish]]) {
  test(`the test is taken ${how}, and the result marks one's own answers`, visiting(manner, async (visit) => {
    await visit.open("/");
    await visit.press('main a[href$="/test"] >> nth=0');
    await visit.page.selectOption("#group", group);
    await visit.press("form:has(#group) button");
    const clicked = {};
    for (const part of parts) {
      assert.equal(visit.where(), `/test/${part}`);
      clicked[part] = [];
      for (const pair of answers[part]) clicked[part].push(await clickLabel(visit, ...pair));
      await next(visit);
    }
    assert.equal(visit.where(), "/test/resultat");
    await assertMarked(visit, clicked[2]);
    assert.deepEqual(visit.complaints, []);
  }));

  test(`the result is fetched ${how} as a document`, visiting({ ...manner, profile: taken }, async (visit) => {
    await visit.open("/test/resultat");
    const [download] = await Promise.all([
      visit.page.waitForEvent("download"),
      visit.page.click('a[href$="/test/resultat.pdf"] >> nth=0'),
    ]);
    assert.match(download.suggestedFilename(), /\.pdf$/);
    const document = await readFile(await download.path(), "latin1");
    assert.ok(document.startsWith("%PDF-"));
    assert.ok(new RegExp(`/Lang *\\(${visit.language}\\b`).test(document), "the document says its language");
  }));

  test(`a yes to being counted is confirmed ${how}`, visiting({ ...manner, profile: taken }, async (visit) => {
    await visit.open("/test/resultat");
    assert.equal(await visit.page.locator(".alert-success").count(), 0);
    await visit.press('form[action$="/test/bevar"] button');
    assert.equal(visit.where(), "/test/resultat");
    assert.ok(await visit.page.locator(".alert-success").isVisible());
    assert.equal(await visit.page.locator('form[action$="/test/bevar"]').count(), 0, "it is asked only once");
  }));

  test(`the answers are erased ${how} with one button`, visiting({ ...manner, profile: taken }, async (visit) => {
    await visit.open("/test/resultat");
    assert.ok(await visit.cookie(COOKIE));
    await visit.press('form[action$="/test/slet"] button');
    assert.equal(await visit.cookie(COOKIE), undefined);
    await visit.open("/test/resultat");
    assert.equal(visit.where(), "/test?uden-svar");
  }));
}

async function assertMarked(visit, texts) {
  const marked = await visit.page.locator(".bar-own .bar-label").allInnerTexts();
  for (const text of texts) assert.ok(marked.some((label) => label.startsWith(text)), `“${text}” is marked as one's own`);
}

// Clicks an answer by its words, as they stand on the page, and gives the words.
async function clickLabel(visit, item, choice) {
  const field = await visit.page.locator(box(item, choice)).getAttribute("id");
  const label = visit.page.locator(`label[for="${field}"]`);
  await label.click();
  return label.innerText();
}
