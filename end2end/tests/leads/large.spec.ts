import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { column } from "../../board";
import { expect, House, test } from "../../fixtures";
import { open, signIn } from "../../helpers";

/** Says which cards of a column stand in which place, and scrolls on by what it shows. */
async function further(list: Element): Promise<{ cards: [string, string][]; elements: number }> {
  const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  const cards = [...list.querySelectorAll("[data-card]")].map((card): [string, string] => {
    return [card.getAttribute("aria-posinset") ?? "", card.getAttribute("data-card") ?? ""];
  });
  const elements = document.querySelectorAll("*").length;
  list.scrollBy(0, list.clientHeight);
  for (let frames = 0; frames < 3; frames += 1) await frame();
  return { cards, elements };
}

/** More cards in one column than any screen holds, on a company of its own. */
test("a long column scrolls to its end, each card once, with few elements in the page", async ({ browser, quiet }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "foyer-long-"));
  const house = new House(folder);
  house.command("demo", "--scale", "tour", "--seed", "1");
  await house.start();
  const context = await browser.newContext({ baseURL: house.url, viewport: { width: 1280, height: 800 } });
  try {
    const rows = Array.from({ length: 600 }, (_, at) => `Person ${at + 1},Contacted`).join("\n");
    house.importLeads(`Name,Stage\n${rows}\n`);
    const page = await context.newPage();
    quiet.watch(page);
    await signIn(page, "marta");
    await open(page, "/leads/board");
    const count = Number(await column(page, "Contacted").locator(".board-column__count").textContent());
    expect(count).toBeGreaterThan(600);
    const list = column(page, "Contacted").locator("[data-column]");
    const seen = new Map<string, string>();
    let most = 0;
    await expect(async () => {
      const { cards, elements } = await list.evaluate(further);
      for (const [place, id] of cards) {
        expect(seen.get(place) ?? id, `one card stands in place ${place}`).toBe(id);
        seen.set(place, id);
      }
      most = Math.max(most, elements);
      expect(seen.size).toBe(count);
    }).toPass({ intervals: [0], timeout: 80_000 });
    expect(new Set(seen.values()).size, "each card is there once").toBe(count);
    expect(most, "elements in the page").toBeLessThanOrEqual(3_000);
  } finally {
    await context.close();
    await house.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
