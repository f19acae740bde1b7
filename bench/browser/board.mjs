// What a person sees of the board and the list, in headless Chromium: cold, warm, while dragging. Medians of several
// visits, as JSON rows on standard output. `bench` starts the server and calls this with its address.
import { createRequire } from "node:module";
import process from "node:process";

// The browser tests' packages serve here, too.
const require = createRequire(new URL("../../end2end/package.json", import.meta.url));
const { chromium } = require("@playwright/test");

const base = process.argv[2];
const VISITS = 5;

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
  const look = () => {
    const now = performance.now();
    if (!seen.card && document.querySelector("[data-card], .lead-list__name")) seen.card = now;
    if (!seen.usable && document.documentElement?.hasAttribute("data-hydrated")) seen.usable = now;
    if (!seen.card || !seen.usable) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
const say = (what, budget, measured) => rows.push({ what, budget, measured });
const ms = (values) => `${Math.round(median(values))} ms`;

const browser = await chromium.launch({
  executablePath: process.env.FOYER_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

/** A browser window of somebody who has signed in and whose cache is empty. */
async function signedIn() {
  const context = await browser.newContext({ baseURL: base, locale: "en-GB", viewport: { width: 1600, height: 900 } });
  const form = { email: "marta@foyer.example", password: "foyer-demo" };
  const answer = await context.request.post("/sign-in", { form, headers: { Origin: base } });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
  await context.addInitScript(watch);
  return context;
}

/** Opens a page and says what it took. */
async function visit(context, path) {
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
  const cards = await page.locator("[data-card], .lead-list__name").count();
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { page, ...seen, kilobytes: bytes / 1000, elements, cards, heap: usedSize / 1e6 };
}

async function cold(path) {
  const visits = [];
  for (let i = 0; i < VISITS; i++) {
    const context = await signedIn();
    visits.push(await visit(context, path));
    await context.close();
  }
  return visits;
}

async function warm(path) {
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

/** Drags first cards into the next column; times count from letting go. */
async function drags() {
  const context = await signedIn();
  const { page } = await visit(context, "/leads/board");
  const painted = [];
  const confirmed = [];
  for (let i = 0; i < VISITS; i++) {
    const from = page.locator(".board-column").nth(1).locator("[data-card]").first();
    const id = await from.getAttribute("data-card");
    const card = await from.boundingBox();
    const target = await page.locator(".board-column").nth(2).locator("[data-card]").first().boundingBox();
    await page.evaluate((id) => {
      window.drop = { at: 0, painted: 0 };
      const target = document.querySelectorAll(".board-column")[2];
      addEventListener("pointerup", () => {
        window.drop.at = performance.now();
        const look = () => {
          if (target.querySelector(`[data-card="${id}"]:not([data-held])`)) window.drop.painted = performance.now();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    }, id);
    await page.mouse.move(card.x + card.width / 3, card.y + card.height / 2);
    await page.mouse.down();
    await page.mouse.move(card.x + card.width / 3 + 12, card.y + card.height / 2 + 4, { steps: 4 });
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 15 });
    const answered = page.waitForResponse((response) => response.url().includes("move_lead"));
    await page.mouse.up();
    const response = await answered;
    await response.finished();
    await page.waitForFunction(() => window.drop.painted);
    const times = await page.evaluate(() => {
      const calls = performance.getEntriesByType("resource").filter((entry) => entry.name.includes("move_lead"));
      return { painted: window.drop.painted - window.drop.at, confirmed: calls.at(-1).responseEnd - window.drop.at };
    });
    painted.push(times.painted);
    confirmed.push(times.confirmed);
  }
  await page.evaluate(() => (window.seen.longest = 0));
  const card = await page.locator(".board-column").nth(1).locator("[data-card]").first().boundingBox();
  await page.mouse.move(card.x + 40, card.y + 20);
  await page.mouse.down();
  for (const column of [2, 3, 4, 3, 2, 1, 0]) {
    const place = await page.locator(".board-column").nth(column).boundingBox();
    await page.mouse.move(place.x + place.width / 2, place.y + 200, { steps: 12 });
  }
  await page.keyboard.press("Escape");
  await page.mouse.up();
  const longest = await page.evaluate(() => window.seen.longest);
  await context.close();
  return { painted, confirmed, longest };
}

/** From a click in the list to the lead's page. */
async function opens() {
  const context = await signedIn();
  const times = [];
  const { page } = await visit(context, "/leads");
  for (let i = 0; i < VISITS; i++) {
    const name = await page.locator(".lead-list__name").nth(i).textContent();
    const began = Date.now();
    await page.locator(".lead-list__name").nth(i).click();
    await page.getByRole("heading", { level: 1, name: name.trim() }).waitFor();
    times.push(Date.now() - began);
    await page.goBack();
    await page.locator(".lead-list__name").first().waitFor();
  }
  await context.close();
  return times;
}

/** One part that fails must not take the others along. */
async function part(what, measure) {
  try {
    await measure();
  } catch (error) {
    process.stderr.write(`  ${what}: ${error.message.split("\n")[0]}\n`);
    say(what, "", "not measured");
  }
}

const pick = (visits, key) => visits.map((visit) => visit[key]);

await part("board, cold", async () => {
  const visits = await cold("/leads/board");
  say("board, cold cache: over the wire", "350 kB", `${Math.round(median(pick(visits, "kilobytes")))} kB`);
  say("first cards visible, cold", "350 ms", ms(pick(visits, "card")));
  say("usable (cards can be dragged), cold", "700 ms", ms(pick(visits, "usable")));
  say("long tasks in all, cold", "150 ms", ms(pick(visits, "long")));
  say("cards / DOM elements", "3,000 elements", `${median(pick(visits, "cards"))} / ${median(pick(visits, "elements"))}`);
  say("JavaScript heap", "15 MB with wasm", `${median(pick(visits, "heap")).toFixed(1)} MB`);
});
await part("board, warm", async () => {
  const visits = await warm("/leads/board");
  say("first cards visible, warm", "200 ms", ms(pick(visits, "card")));
  say("usable, warm", "450 ms", ms(pick(visits, "usable")));
});
await part("dragging", async () => {
  const { painted, confirmed, longest } = await drags();
  say("drop to painted", "16 ms", ms(painted));
  say("drop to confirmed", "40 ms", ms(confirmed));
  say("longest task while dragging over the columns", "50 ms", longest ? `${Math.round(longest)} ms` : "under 50 ms");
});
await part("list, cold", async () => {
  const visits = await cold("/leads");
  say("list, cold: over the wire", "350 kB", `${Math.round(median(pick(visits, "kilobytes")))} kB`);
  say("list, cold: rows visible", "350 ms", ms(pick(visits, "card")));
});
await part("open a lead from the list", async () => say("open a lead from the list", "80 ms", ms(await opens())));

await browser.close();
process.stdout.write(JSON.stringify(rows));
