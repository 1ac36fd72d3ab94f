// Every chart of the result has a table with the same figures, and where they come from.

import assert from "node:assert/strict";
import { test } from "node:test";
import { takeTest } from "../taking.js";
import { desk, phone, profileAfter, visiting } from "../visit.js";

const profile = await profileAfter(takeTest);

for (const [language, viewport] of [["da", phone], ["en", desk]]) {
  test(`every bar has its row with the same figure, in ${language}`, visiting({ language, viewport, profile }, async (visit) => {
    await visit.open("/test/resultat");
    const charts = await visit.page.locator(".compared:has(.bars)").all();
    assert.ok(charts.length > 0);
    for (const chart of charts) {
      const rows = await openTable(chart);
      const bars = await barsOf(chart);
      assert.ok(rows.length >= bars.length);
      for (const bar of bars) assert.ok(rows.some((row) => row.label === bar.label && row.figure === bar.figure), bar.label);
    }
  }));
}

test("every figure in the tables has its group, its edition and its source", visiting({ profile }, async (visit) => {
  await visit.open("/test/resultat");
  const rows = [];
  for (const chart of await visit.page.locator(".compared").all()) rows.push(...(await openTable(chart)));
  const figures = rows.filter((row) => /\d/.test(row.figure));
  assert.ok(figures.length > 20);
  for (const { label, population, source } of figures) {
    assert.match(population, /\D+\d{4}/, label);
    assert.match(source ?? "", /^https:/, label);
  }
}));

test("a table opens and closes by its own words", visiting({ profile }, async (visit) => {
  await visit.open("/test/resultat");
  const details = visit.page.locator(".compared details").first();
  const table = details.locator("table");
  assert.ok(await table.isHidden());
  await details.locator("summary").click();
  assert.ok(await table.isVisible());
  await details.locator("summary").click();
  assert.ok(await table.isHidden());
}));

async function openTable(chart) {
  await chart.locator("summary").click();
  return chart.locator("tbody tr").evaluateAll((rows) => rows.map(({ cells }) => ({
    label: cells[0].innerText,
    figure: cells[2].innerText,
    population: cells[4].innerText,
    source: cells[6].querySelector("a")?.href,
  })));
}

function barsOf(chart) {
  return chart.locator(".bar").evaluateAll((bars) => bars.map((bar) => ({
    label: bar.querySelector(".bar-label").firstChild.textContent.trim(),
    figure: bar.querySelector(".bar-figure").innerText,
  })));
}
