// Every page, in both languages, on a phone and on a desk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../accessible.js";
import { pages } from "../pages.js";
import { begin, takeTest } from "../taking.js";
import { desk, phone, profileAfter, visiting } from "../visit.js";

const narrowest = { width: 320, height: 640 };
const all = pages({ begun: await profileAfter(begin), taken: await profileAfter(takeTest) });

for (const language of ["da", "en"]) {
  for (const viewport of [phone, desk]) {
    for (const { name, status, come, profile } of all) {
      test(`${name}, in ${language} at ${viewport.width} px`, visiting({ language, viewport, profile }, async (visit) => {
        await come(visit);
        assert.equal(visit.arrival.status(), status);
        await unfold(visit);
        await assertWellFormed(visit);
        await assertAccessible(visit);
        await assertFits(visit);
        assert.deepEqual(visit.complaints, []);
      }));
    }
  }
}

// What is folded away is part of the page.
function unfold(visit) {
  return visit.page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
}

async function assertWellFormed(visit) {
  assert.equal(await visit.page.locator("html").getAttribute("lang"), visit.language);
  assert.equal(await visit.page.locator("h1").count(), 1);
}

async function assertFits(visit) {
  const { width } = visit.page.viewportSize();
  await assertNoSideways(visit);
  if (width !== phone.width) return;
  await visit.page.setViewportSize(narrowest);
  await assertNoSideways(visit);
}

async function assertNoSideways(visit) {
  const { wide, room, first } = await visit.page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll("body *")].find((one) => one.getBoundingClientRect().right > room + 1);
    return { wide: document.documentElement.scrollWidth, room, first: beyond?.outerHTML.slice(0, 200) };
  });
  assert.ok(wide <= room, `the page is ${wide} px wide in ${room} px; first beyond the edge: ${first}`);
}
