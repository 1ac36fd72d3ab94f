// What others answered: every bar has its row in the table behind it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { desk, phone, visiting } from "../visit.js";

for (const [language, viewport] of [["da", phone], ["en", desk]]) {
  test(`every bar of the counts has its row, in ${language}`, visiting({ language, viewport }, async (visit) => {
    await visit.open("/test/tal");
    const group = visit.page.locator(".counts-group").first();
    await group.locator("summary").first().click();
    const questions = await group.locator(".counts-question").all();
    assert.ok(questions.length > 0);
    let seen = 0;
    for (const question of questions) {
      const table = question.locator("details");
      assert.ok(await table.locator("table").first().isHidden());
      await table.locator("summary").click();
      const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
      const bars = await question.locator(".bar:not(.bar-unknown)").evaluateAll((all) => all.map((bar) => ({
        label: bar.querySelector(".bar-label").innerText,
        percent: bar.querySelector(".bar-figure").firstChild.textContent.trim(),
        number: bar.querySelector(".bar-of").innerText.split(" ")[0],
      })));
      for (const { label, percent, number } of bars) {
        assert.ok(rows.some((row) => row[0] === label && row[1] === number && row[2] === percent), label);
      }
      seen += bars.length;
    }
    assert.ok(seen > 0);
  }));
}
