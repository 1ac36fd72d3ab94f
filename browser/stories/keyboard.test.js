// Everything is done with the keyboard alone, and one can always see where one is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, group, parts } from "../answers.js";
import { assertFocusSeen, focused, tabTo } from "../keyboard.js";
import { begin, box, COOKIE, next, takeTest } from "../taking.js";
import { phone, profileAfter, visiting } from "../visit.js";

const begun = await profileAfter(begin);
const taken = await profileAfter(takeTest);

test("the first Tab shows a link past the top of the page, and Enter goes there", visiting({}, async (visit) => {
  await visit.open("/test");
  await visit.page.keyboard.press("Tab");
  await assertFocusSeen(visit);
  assert.equal(await focused(visit, "href"), "#main-content");
  await visit.page.keyboard.press("Enter");
  assert.equal(await focused(visit, "id"), "main-content");
  await visit.page.keyboard.press("Tab");
  assert.ok(await visit.page.locator("main :focus").count(), "the next Tab is inside the content");
}));

test("the test is taken by keyboard alone", visiting({}, async (visit) => {
  await visit.open("/test");
  await chooseGroup(visit);
  await pressEnterOn(visit, "form:has(#group) button");
  for (const part of parts) {
    assert.equal(visit.where(), `/test/${part}`);
    for (const [item, choice] of answers[part]) await choose(visit, item, choice);
    await pressEnterOn(visit, 'button[name="-next"]');
  }
  assert.equal(visit.where(), "/test/resultat");
}));

test("a table is opened by keyboard", visiting({ profile: taken }, async (visit) => {
  await visit.open("/test/resultat");
  await tabTo(visit, "details summary");
  await visit.page.keyboard.press("Enter");
  assert.ok(await visit.page.locator("details table").first().isVisible());
}));

test("answers are erased by keyboard", visiting({ profile: taken }, async (visit) => {
  await visit.open("/test");
  await pressEnterOn(visit, 'form[action$="/test/slet"] button');
  assert.equal(await visit.cookie(COOKIE), undefined);
}));

for (const path of ["/", "/test", "/test/2", "/test/resultat", "/test/metode", "/soeg?q=test"]) {
  test(`Tab comes to every link on ${path}, and one sees where`, visiting({ profile: taken, viewport: phone }, async (visit) => {
    await visit.open(path);
    const reached = await walk(visit);
    const links = visit.page.locator("a:visible");
    for (const link of await links.all()) assert.ok(reached.includes(await link.getAttribute("href")));
  }));
}

test("after a page with gaps, focus is on the summary, and its links lead to the fields", visiting({ profile: begun }, async (visit) => {
  await visit.open("/test/1");
  await next(visit);
  assert.match(await focused(visit, "class"), /alert-error/);
  await assertFocusSeen(visit);
  const links = await visit.page.locator(".alert-error a").count();
  assert.equal(links, answers[1].length);
  for (let place = 0; place < links; place += 1) {
    const link = visit.page.locator(".alert-error a").nth(place);
    await link.focus();
    const target = await focused(visit, "href");
    await visit.page.keyboard.press("Enter");
    assert.equal(`#${await focused(visit, "id")}`, target);
    await assertFocusSeen(visit);
  }
}));

test("without a group, focus is on what must be mended", visiting({}, async (visit) => {
  await visit.open("/test");
  await pressEnterOn(visit, "form:has(#group) button");
  assert.equal(visit.arrival.status(), 422);
  assert.ok(await visit.page.locator("main :focus").count());
  await assertFocusSeen(visit);
}));

async function chooseGroup(visit) {
  await tabTo(visit, "#group");
  const list = visit.page.locator("#group");
  while ((await list.inputValue()) !== group) await visit.page.keyboard.press("ArrowDown");
}

async function pressEnterOn(visit, selector) {
  await tabTo(visit, selector);
  await visit.follow(() => visit.page.keyboard.press("Enter"));
}

// A tick is reached by Tab; of radio buttons, Tab reaches the question and the arrows its answers.
async function choose(visit, item, choice) {
  await tabTo(visit, `input[name="${item}"]`);
  if ((await focused(visit, "type")) === "checkbox") await tabTo(visit, box(item, choice));
  await visit.page.keyboard.press("Space");
  while ((await focused(visit, "value")) !== choice) await visit.page.keyboard.press("ArrowDown");
  assert.ok(await visit.page.locator(box(item, choice)).isChecked());
}

// Goes by Tab through all of the page, until it begins again, and gives the links it came to.
async function walk(visit) {
  const links = [];
  do {
    await visit.page.keyboard.press("Tab");
    await assertFocusSeen(visit);
    links.push(await focused(visit, "href"));
  } while (links.length === 1 || links.at(-1) !== links[0]);
  return links;
}
