// What axe finds on a page: WCAG 2.0 to 2.2, A and AA, and its own best practices.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function assertAccessible(visit) {
  const { violations } = await new AxeBuilder({ page: visit.page }).withTags(rules).analyze();
  assert.equal(violations.length, 0, `${visit.page.url()}\n${violations.map(told).join("\n")}`);
}

function told({ id, help, helpUrl, nodes }) {
  const places = nodes.map((node) => `    ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\n", " ")}`);
  return `  ${id}: ${help} (${helpUrl})\n${places.join("\n")}`;
}
