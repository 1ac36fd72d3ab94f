// At most three may have started the innovation, and "don't know" stands alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, begin, box, next, ticked } from "../taking.js";
import { visiting } from "../visit.js";

const driver = (choice) => box("driver", choice);
const three = ["employees", "citizens", "legislation"];

test("with three ticked the rest cannot be ticked, until one is taken away", visiting({}, async (visit) => {
  await comeToDrivers(visit);
  await tickAll(visit, three);
  assert.ok(await visit.page.locator(driver("foundations")).isDisabled());
  assert.ok(await visit.page.locator(driver("dont_know")).isEnabled());
  await visit.page.locator(driver("citizens")).uncheck();
  assert.ok(await visit.page.locator(driver("foundations")).isEnabled());
}));

test("“don't know” takes the other ticks away, and a tick takes it away", visiting({}, async (visit) => {
  await comeToDrivers(visit);
  await tickAll(visit, three);
  await visit.page.locator(driver("dont_know")).check();
  assert.deepEqual(await ticked(visit), [["driver", "dont_know"]]);
  await visit.page.locator(driver("foundations")).check();
  assert.deepEqual(await ticked(visit), [["driver", "foundations"]]);
}));

test("three ticks are still three when one comes back to them", visiting({}, async (visit) => {
  await comeToDrivers(visit);
  await tickAll(visit, three);
  await next(visit);
  assert.deepEqual(await ticked(visit), three.map((choice) => ["driver", choice]));
  assert.ok(await visit.page.locator(driver("foundations")).isDisabled());
}));

test("without JavaScript a fourth tick is answered beside the field", visiting({ scripts: false }, async (visit) => {
  await comeToDrivers(visit);
  await tickAll(visit, ["employees", "citizens", "foundations", "legislation"]);
  await next(visit);
  assert.equal(visit.arrival.status(), 422);
  const message = visit.page.locator(`fieldset:has(${driver("employees")}) .form-error-message`);
  assert.match(await message.innerText(), /3.*4/);
  assert.equal((await ticked(visit)).length, 4, "what was ticked is still ticked");
}));

test("without JavaScript “don't know” beside another tick is answered beside the field", visiting({ scripts: false }, async (visit) => {
  await comeToDrivers(visit);
  await tickAll(visit, ["employees", "dont_know"]);
  await next(visit);
  assert.equal(visit.arrival.status(), 422);
  assert.ok(await visit.page.locator(`fieldset:has(${driver("employees")}) .form-error-message`).isVisible());
  assert.equal((await ticked(visit)).length, 2, "what was ticked is still ticked");
}));

async function comeToDrivers(visit) {
  await begin(visit);
  await answer(visit, 1);
  await next(visit);
}

async function tickAll(visit, choices) {
  for (const choice of choices) await visit.page.locator(driver(choice)).check();
}
