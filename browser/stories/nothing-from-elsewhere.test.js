// Nothing is fetched from another host, and nothing runs but the site's own files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pages } from "../pages.js";
import { begin, takeTest } from "../taking.js";
import { profileAfter, site, visiting } from "../visit.js";

const profiles = { begun: await profileAfter(begin), taken: await profileAfter(takeTest) };

test("a visit to every page, with the test taken, asks no other host for anything", visiting({}, async (visit) => {
  await takeTest(visit);
  for (const { come } of pages(profiles)) await come(visit);
  const hosts = new Set(visit.requests.map((address) => new URL(address).host));
  assert.deepEqual([...hosts], [new URL(site).host]);
}));

for (const { name, come, profile } of pages(profiles)) {
  test(`${name} says that only the site's own files may be used`, visiting({ profile }, async (visit) => {
    await come(visit);
    const policy = read(visit.arrival.headers()["content-security-policy"]);
    assert.equal(policy["default-src"], "'self'");
    for (const closed of ["object-src", "base-uri", "frame-ancestors"]) assert.equal(policy[closed], "'none'");
    for (const sources of Object.values(policy)) assert.match(sources, /^('self'|'none')$/);
  }));
}

test("a script smuggled into a page does not run", visiting({}, async (visit) => {
  await visit.open("/test");
  await smuggle(visit, { textContent: "globalThis.smuggled = true" });
  await smuggle(visit, { src: "data:text/javascript,globalThis.smuggled = true" });
  assert.equal(await visit.page.evaluate(() => globalThis.smuggled), undefined);
  assert.equal(visit.complaints.filter((text) => text.includes("Content Security Policy")).length, 2);
}));

test("what is searched for is shown as text", visiting({}, async (visit) => {
  const asked = "<script>smuggled = true</script><img src=x onerror='smuggled = true'>";
  await visit.open(`/soeg?q=${encodeURIComponent(asked)}`);
  assert.equal(await visit.page.locator("#asked").inputValue(), asked);
  assert.equal(await visit.page.locator("main img, main script").count(), 0);
}));

// { "default-src": "'self'", … }
function read(policy) {
  const directives = policy.split(";").map((directive) => directive.trim());
  return Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/, 2)));
}

function smuggle(visit, script) {
  return visit.page.evaluate((made) => {
    const script = Object.assign(document.createElement("script"), made);
    const settled = new Promise((resolve) => script.addEventListener("error", resolve));
    document.body.append(script);
    return made.src === undefined ? undefined : settled;
  }, script);
}
