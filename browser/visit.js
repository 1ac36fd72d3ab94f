// A visit to the site in a real browser: one browser for a file of stories, a fresh profile for each story.

import { after } from "node:test";
import { chromium } from "playwright-core";

export const site = process.env.STAFET_URL ?? "http://127.0.0.1:8080";
export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

const browser = await chromium.launch({
  executablePath: process.env.STAFET_BROWSER ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
after(() => browser.close());

// A story with its visit, to hand to `test`. `profile` is what an earlier visit left in the browser.
export function visiting({ language = "da", viewport = desk, scripts = true, profile }, story) {
  return async () => {
    const context = await browser.newContext({
      baseURL: site,
      viewport,
      javaScriptEnabled: scripts,
      storageState: profile,
    });
    try {
      await story(new Visit(context, await context.newPage(), language));
    } finally {
      await context.close();
    }
  };
}

// What a visit leaves in the browser, for later visits to begin with.
export async function profileAfter(walk) {
  let profile;
  await visiting({}, async (visit) => {
    await walk(visit);
    profile = await visit.context.storageState();
  })();
  return profile;
}

export class Visit {
  // Every address asked for, by whatever means.
  requests = [];
  // What the browser complains of: broken scripts, missing files, what the page's policy forbids.
  complaints = [];
  // The answer that brought the page now shown.
  arrival = undefined;

  constructor(context, page, language) {
    this.context = context;
    this.page = page;
    this.language = language;
    context.on("request", (request) => this.requests.push(request.url()));
    context.on("response", (response) => {
      if (response.request().isNavigationRequest()) this.arrival = response;
    });
    context.on("weberror", (fault) => this.complaints.push(fault.error().message));
    context.on("console", (message) => {
      if (message.type() === "error" && !isAboutThePageItself(message)) this.complaints.push(message.text());
    });
  }

  // The address of a page in the language of the visit.
  to(path) {
    if (this.language === "da") return path;
    return path === "/" ? "/en" : `/en${path}`;
  }

  // Opens a page by its address.
  async open(path) {
    await this.page.goto(this.to(path));
  }

  // Does something that leads to another page, and waits until it is there.
  async follow(action) {
    await Promise.all([this.page.waitForEvent("load"), action()]);
  }

  // Presses a button or a link that leads to another page.
  press(selector) {
    return this.follow(() => this.page.click(selector));
  }

  // Where the visitor is, without host and language.
  where() {
    const { pathname, search } = new URL(this.page.url());
    return (pathname.replace(/^\/en(?=\/|$)/, "") || "/") + search;
  }

  // A cookie that the site has put in the browser, if it is there.
  async cookie(name) {
    const cookies = await this.context.cookies();
    return cookies.find((cookie) => cookie.name === name);
  }
}

// The browser also complains that a page which shows an error has the status of an error, as it must.
function isAboutThePageItself(message) {
  return message.text().startsWith("Failed to load resource") && message.location().url === message.page()?.url();
}
