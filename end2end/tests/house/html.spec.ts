import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type APIRequestContext } from "@playwright/test";

import { card, names } from "../../board";
import { expect, House, test } from "../../fixtures";
import { visit } from "../../helpers";
import { mistakes } from "../../html";
import { furnish, nowhere, pages, visitor } from "../../routes";
import { say } from "../../words";

/** Pages that are the same route and still other HTML. */
const further = ["/leads/board?group=owner", "/leads?q=a", "/leads/58?tab=files", nowhere];

/** Somebody without a browser of their own, who reads this language. */
async function speaking(house: House, cookies: House["sessions"]["marta"], language: string): Promise<APIRequestContext> {
  const context = await visitor(house, cookies);
  await context.post("/language", { form: { language }, maxRedirects: 0 });
  return context;
}

/** What is wrong with the page as the server writes it, before any program of ours has touched it. */
async function faults(who: APIRequestContext, path: string): Promise<string[]> {
  const answer = await who.get(path, { headers: { accept: "text/html" } });
  expect(answer.headers()["content-type"], path).toContain("text/html");
  expect(answer.status(), path).toBe(path === nowhere ? 404 : 200);
  return mistakes(await answer.text(), path);
}

for (const language of ["en", "ar"]) {
  test(`every page is HTML without a mistake, in ${language}`, async ({ house }) => {
    await furnish(house);
    const [stranger, marta] = [await speaking(house, [], language), await speaking(house, house.sessions.marta, language)];
    for (const { path, access } of pages(house)) {
      const who = access === "everybody" ? stranger : marta;
      expect.soft(await faults(who, path), path).toEqual([]);
    }
    for (const path of further) expect.soft(await faults(marta, path), path).toEqual([]);
    await stranger.dispose();
    await marta.dispose();
  });
}

test("the page of a house that nobody has set up is HTML without a mistake", async () => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-empty-"));
  const house = new House(folder, false);
  await house.start();
  const stranger = await speaking(house, [], "en");
  expect(await faults(stranger, "/set-up")).toEqual([]);
  await stranger.dispose();
  await house.stop("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("what opens on a page is HTML without a mistake, too", async ({ page, house }) => {
  const holds = async (where: string) => expect.soft(await mistakes(await page.content(), where), where).toEqual([]);
  await visit(page, house, "marta", "/leads/board");
  await holds("the board");
  const [first = ""] = await names(page, "New");
  await card(page, first).hover();
  await card(page, first).getByRole("button").first().click();
  await expect(page.getByRole("menu")).toBeVisible();
  await holds("a card's menu");
  await page.getByRole("menuitem").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await holds("the dialog for a move");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: say("shell-search") })).toBeVisible();
  await holds("the palette");
  await visit(page, house, "marta", "/leads/58");
  await holds("a lead");
});
