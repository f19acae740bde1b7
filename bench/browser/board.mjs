// What a person sees of the board and the list, in headless Chromium: cold, warm, while dragging, while working. Medians
// of several visits, as JSON rows on standard output. `bench` starts the server and calls this with its address.
import process from "node:process";

import { browser, cold, median, ms, signedIn, visit, VISITS, warm } from "./visits.mjs";
import { creates, filters, forgets, navigates, opens } from "./work.mjs";

const rows = [];
const say = (what, budget, measured) => rows.push({ what, budget, measured });

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
  say("JavaScript and wasm heap", "15 MB", `${median(pick(visits, "heap")).toFixed(1)} MB`);
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
await part("filter, sort, search", async () => {
  const { owner, sorted, searched } = await filters();
  say("list: filter by owner / sort / search, to settled", "80 / 80 / 60 ms", [owner, sorted, searched].map(ms).join(" / "));
});
await part("create a lead", async () => say("create a lead, save to shown", "80 ms", ms(await creates())));
await part("navigation", async () => say("navigation between pages inside the app", "100 ms", ms(await navigates())));
await part("memory", async () => {
  const { before, after } = await forgets();
  const more = Math.round((after / before - 1) * 100);
  say("JavaScript and wasm heap after 200 opened and closed leads", "+10 %", `${more < 0 ? "" : "+"}${more} % of ${before.toFixed(1)} MB`);
});

await browser.close();
process.stdout.write(JSON.stringify(rows));
