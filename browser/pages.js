// Every kind of page that the site has, the status it answers with, and how a visitor comes to it.

import { next } from "./taking.js";

const at = (path) => (visit) => visit.open(path);

const forAnyone = [
  { name: "front", status: 200, come: at("/") },
  { name: "test", status: 200, come: at("/test") },
  { name: "test-without-group", status: 422, come: pressWithoutGroup },
  { name: "counts", status: 200, come: at("/test/tal") },
  { name: "method", status: 200, come: at("/test/metode") },
  { name: "search", status: 200, come: at("/soeg") },
  { name: "search-found", status: 200, come: at("/soeg?q=test") },
  { name: "search-nothing", status: 200, come: at("/soeg?q=xyzzy") },
  { name: "cookies", status: 200, come: at("/cookies") },
  { name: "accessibility", status: 200, come: at("/tilgaengelighed") },
  { name: "privacy", status: 200, come: at("/privatliv") },
  { name: "contact", status: 200, come: at("/kontakt") },
  { name: "not-found", status: 404, come: at("/findes-ikke") },
];

const onTheWay = [
  { name: "test-begun", status: 200, come: at("/test") },
  { name: "part-1", status: 200, come: at("/test/1") },
  { name: "part-1-empty", status: 422, come: pressWithoutAnswers },
];

const whenTaken = [
  { name: "test-taken", status: 200, come: at("/test") },
  { name: "part-2", status: 200, come: at("/test/2") },
  { name: "part-3", status: 200, come: at("/test/3") },
  { name: "part-4", status: 200, come: at("/test/4") },
  { name: "group", status: 200, come: at("/test/gruppe") },
  { name: "result", status: 200, come: at("/test/resultat") },
];

// All of them, each with the profile in which it can be seen.
export function pages({ begun, taken }) {
  return [
    ...forAnyone,
    ...onTheWay.map((page) => ({ ...page, profile: begun })),
    ...whenTaken.map((page) => ({ ...page, profile: taken })),
  ];
}

async function pressWithoutGroup(visit) {
  await visit.open("/test");
  await visit.press("form:has(#group) button");
}

async function pressWithoutAnswers(visit) {
  await visit.open("/test/1");
  await next(visit);
}
