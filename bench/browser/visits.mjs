// Visits to a house in headless Chromium, and how what is measured there is told.
import { createRequire } from "node:module";
import process from "node:process";

// The browser tests' packages serve here, too.
const require = createRequire(new URL("../../end2end/package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const base = process.argv[2];
export const VISITS = 5;

/** Runs in the page before anything else: remembers when cards were painted, when they could be used, and long tasks. */
function watch() {
  const seen = { card: 0, usable: 0, long: 0, longest: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      seen.long += task.duration;
      seen.longest = Math.max(seen.longest, task.duration);
    }
  }).observe({ type: "longtask", buffered: true });
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      window.program ??= (made.instance ?? made).exports?.memory;
      return made;
    };
  }
  const look = () => {
    const now = performance.now();
    if (!seen.card && document.querySelector("[data-card], .list__name")) seen.card = now;
    if (!seen.usable && document.documentElement?.hasAttribute("data-hydrated")) seen.usable = now;
    if (!seen.card || !seen.usable) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const ms = (values) => `${Math.round(median(values))} ms`;

export const browser = await chromium.launch({
  executablePath: process.env.FOYER_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

/** A browser window of somebody who has signed in and whose cache is empty. */
export async function signedIn() {
  const context = await browser.newContext({ baseURL: base, locale: "en-GB", viewport: { width: 1600, height: 900 } });
  const form = { email: "marta@foyer.example", password: "foyer-demo" };
  const answer = await context.request.post("/sign-in", { form, headers: { Origin: base } });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
  await context.addInitScript(watch);
  return context;
}

/** Opens a page and says what it took. */
export async function visit(context, path) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await page.goto(path);
  await page.waitForFunction(() => window.seen.card && window.seen.usable);
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => window.seen);
  const elements = await page.evaluate(() => document.getElementsByTagName("*").length);
  const cards = await page.locator("[data-card], .list__name").count();
  return { page, ...seen, kilobytes: bytes / 1000, elements, cards, heap: await heap(page, session) };
}

/** Megabytes of JavaScript's heap and of the program's memory, after what nobody needs was let go. */
export async function heap(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const program = await page.evaluate(() => window.program?.buffer.byteLength ?? 0);
  return (usedSize + program) / 1e6;
}

export async function cold(path) {
  const visits = [];
  for (let i = 0; i < VISITS; i++) {
    const context = await signedIn();
    visits.push(await visit(context, path));
    await context.close();
  }
  return visits;
}

export async function warm(path) {
  const context = await signedIn();
  const visits = [];
  for (let i = 0; i <= VISITS; i++) {
    const seen = await visit(context, path);
    await seen.page.close();
    visits.push(seen);
  }
  await context.close();
  return visits.slice(1);
}
