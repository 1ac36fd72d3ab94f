// Pictures of every page, for people to look at; and, when asked for, the picture in the README.

import { test } from "node:test";
import { pages } from "../pages.js";
import { begin, takeTest } from "../taking.js";
import { desk, phone, profileAfter, visiting } from "../visit.js";

const here = (path) => new URL(`../${path}`, import.meta.url).pathname;
const taken = await profileAfter(takeTest);
const all = pages({ begun: await profileAfter(begin), taken });

for (const language of ["da", "en"]) {
  for (const viewport of [phone, desk]) {
    for (const { name, come, profile } of all) {
      const title = `${name}-${language}-${viewport.width}`;
      test(`a picture of ${title}`, visiting({ language, viewport, profile }, async (visit) => {
        await come(visit);
        await visit.page.screenshot({ path: here(`screenshots/${title}.png`), fullPage: true });
      }));
    }
  }
}

// Only when asked for, so that the tests leave the tree as it was.
const skip = process.env.STAFET_PICTURES === undefined;
test("the README's picture of a result", { skip }, visiting({ language: "en", profile: taken }, async (visit) => {
  await visit.open("/test/resultat");
  const clip = { x: 0, y: 0, width: desk.width, height: 1400 };
  await visit.page.screenshot({ path: here("../docs/pictures/result.png"), fullPage: true, clip });
}));
