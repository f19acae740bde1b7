import { type Page } from "@playwright/test";

import { begins, card, column, link, names, nothingHeld } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say, saying } from "../../words";

/** What the page says to people who listen to it, from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    const note = (records: MutationRecord[]): void => {
      for (const record of records) for (const node of record.addedNodes) heard.push(node.textContent ?? "");
    };
    document.querySelectorAll("[aria-live]").forEach((region) => new MutationObserver(note).observe(region, { childList: true }));
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

/** One key is one message, and it is this one. */
async function says(page: Page, heard: () => Promise<string[]>, key: string, expected: RegExp): Promise<void> {
  await page.keyboard.press(key);
  const all: string[] = [];
  await expect.poll(async () => all.push(...(await heard()))).toBeGreaterThan(0);
  // Anything more than the one message would have come within two frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  all.push(...(await heard()));
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(expected);
}

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
});

test("Space lifts, arrows carry, Space drops, and each step is said once", async ({ page }) => {
  const [first, second] = await names(page, "New");
  const [target] = await names(page, "Contacted");
  if (!first || !second || !target) throw new Error("the demo company has too few leads");
  const heard = await listen(page);
  await link(page, first).focus();
  await says(page, heard, "Space", saying("board-said-lifted", { name: first, position: 1 }));
  await accessible(page);
  await says(page, heard, "ArrowRight", saying("board-said-over", { stage: "Contacted", position: 1 }));
  await says(page, heard, "ArrowDown", saying("board-said-over", { stage: "Contacted", position: 2 }));
  await expect(link(page, first)).toBeFocused();
  await says(page, heard, "Space", saying("board-moved", { name: first, stage: "Contacted" }));
  await begins(page, "Contacted", target, first);
  await begins(page, "New", second);
  await expect(link(page, first)).toBeFocused();
  await nothingHeld(page);
});

test("Escape puts the card back, and the focus stays on it", async ({ page }) => {
  const before = await names(page, "New");
  const first = before[0] ?? "";
  const heard = await listen(page);
  await link(page, first).focus();
  await says(page, heard, "Space", saying("board-said-lifted"));
  await says(page, heard, "ArrowRight", saying("board-said-over"));
  await says(page, heard, "Escape", saying("board-said-cancelled", { name: first, stage: "New", position: 1 }));
  await begins(page, "New", ...before);
  await expect(link(page, first)).toBeFocused();
  await nothingHeld(page);
});

test("arrows walk from card to card; a column is one stop", async ({ page }) => {
  const [first, second] = await names(page, "New");
  const [next] = await names(page, "Contacted");
  await link(page, first ?? "").focus();
  await page.keyboard.press("ArrowDown");
  await expect(link(page, second ?? "")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(link(page, next ?? "")).toBeFocused();
  const stops = column(page, "Contacted").getByRole("list").locator("a[tabindex='0'], button[tabindex='0']");
  await expect(stops).toHaveCount(2);
});

test("a card moves by its menu alone, without dragging", async ({ page }) => {
  const before = await names(page, "Qualified");
  const [first] = await names(page, "New");
  const name = first ?? "";
  await card(page, name).getByRole("button", { name: saying("board-card-menu", { name }) }).click();
  await accessible(page);
  await page.getByRole("menuitem", { name: say("board-move-to") }).click();
  const dialog = page.getByRole("dialog", { name: say("board-move-title") });
  await accessible(page);
  const stages = dialog.getByLabel(say("board-move-column"));
  // Not all of a column's cards are drawn: how many there are, the line says.
  await stages.selectOption({ label: (await stages.locator("option", { hasText: /^Qualified \(\d+\)$/ }).textContent()) ?? "" });
  await dialog.getByLabel(say("board-move-place")).selectOption({ index: 2 });
  await dialog.getByRole("button", { name: say("board-move-go") }).click();
  await begins(page, "Qualified", before[0] ?? "", name);
  await expect(link(page, name)).toBeFocused();
});

test("the help sheet lists the keys of the board, on the board only", async ({ page }) => {
  await link(page, (await names(page, "New"))[0] ?? "").focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: say("shell-keys") });
  await expect(sheet.getByRole("heading", { name: say("board-keys"), exact: true })).toBeVisible();
  await expect(sheet.getByText(say("board-key-lift"))).toBeVisible();
  await expect(sheet.getByText(say("board-key-drop"))).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.getByRole("link", { name: say("shell-customers"), exact: true }).first().click();
  await expect(page).toHaveURL(/customers/);
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText(say("board-key-lift"))).toHaveCount(0);
});

test("the focus stays on a card that somebody else moves", async ({ page, house }) => {
  const [first] = await names(page, "New");
  const rest = house.rest("marta");
  const { stages } = await rest.get<{ stages: { id: number; name: string; cards: { id: number; version: number; name: string }[] }[] }>("/board");
  const lead = stages.flatMap((stage) => stage.cards).find((found) => found.name === first);
  const stage = stages.find((found) => found.name === "Proposal");
  await link(page, first ?? "").focus();
  await rest.send("POST", `/leads/${lead?.id}/move`, { stage_id: stage?.id, after_id: null, version: lead?.version });
  await expect(link(column(page, "Proposal"), first ?? "")).toBeVisible();
  await expect(link(page, first ?? "")).toBeFocused();
});
