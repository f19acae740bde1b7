import type { Locator, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, hydrated, open, speak, visit } from "../../helpers";
import { say, saying, type Language } from "../../words";

const tabs = (page: Page, language: Language = "en"): Locator =>
  page.getByRole("navigation", { name: say("views-title", {}, language) }).getByRole("link");
const current = (page: Page): Locator => tabs(page).and(page.locator("[aria-current=page]"));
const button = (page: Page | Locator, key: string): Locator => page.getByRole("button", { name: say(key), exact: true });
const rows = (page: Page): Locator => page.getByRole("table", { name: say("list-title") }).getByRole("row");

/** Saves what is shown under a name. */
async function save(page: Page, name: string): Promise<void> {
  await button(page, "views-save-as").first().click();
  const dialog = page.getByRole("dialog", { name: say("views-save-as") });
  await expect(dialog.getByLabel(say("views-name"))).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(current(page)).toHaveText(name);
}

async function choose(page: Page, key: string): Promise<void> {
  await button(page, "views-menu").click();
  await page.getByRole("menu", { name: say("views-menu") }).getByText(say(key), { exact: true }).click();
}

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
});

test("what is shown is saved under a name, changed, and put back", async ({ page }) => {
  await button(page, "filter-mine").click();
  await expect(page).toHaveURL(/owner_id\.me/);
  await save(page, "Mine first");
  await expect(page).toHaveURL(/\/leads\?view=\d+$/);
  const mine = await rows(page).count();
  await accessible(page, "a saved view");

  await page.getByRole("columnheader", { name: say("field-value") }).getByRole("link").click();
  await expect(page.getByText(say("views-changed-short"), { exact: true })).toBeVisible();
  await button(page, "filter-mine").click();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(mine);
  await page.reload();
  await hydrated(page);
  await expect(current(page)).toHaveText("Mine first");
  await page.getByRole("link", { name: say("views-back"), exact: true }).click();
  await expect.poll(() => rows(page).count()).toBe(mine);
  await expect(page.getByText(say("views-changed-short"), { exact: true })).toHaveCount(0);

  await page.getByRole("columnheader", { name: say("field-value") }).getByRole("link").click();
  await button(page, "views-save").click();
  await expect(toast(page, say("views-saved"))).toBeVisible();
  await expect(page).toHaveURL(/\/leads\?view=\d+$/);
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("columnheader", { name: say("field-value") })).toHaveAttribute("aria-sort", "descending");
});

test("a view opens first, is deleted and comes back", async ({ page }) => {
  await open(page, "/leads?f=stale.yes");
  await save(page, "Stale");
  const arranged = page.waitForResponse(/arrange_view/);
  await choose(page, "views-first");
  await arranged;
  await open(page, "/leads");
  await expect(current(page)).toHaveText("Stale");
  await expect(button(page, "filter-stale")).toHaveAttribute("aria-pressed", "true");
  await tabs(page).first().click();
  await expect(page).toHaveURL(/view=all/);
  await expect(button(page, "filter-stale")).toHaveAttribute("aria-pressed", "false");
  await tabs(page).nth(1).click();
  await choose(page, "views-delete");
  const gone = toast(page, saying("views-deleted", { name: "Stale" }));
  await expect(tabs(page)).toHaveCount(1);
  await gone.getByRole("button", { name: say("views-undo") }).click();
  await expect(current(page)).toHaveText("Stale");
});

test("a shared view shows each reader their own, and only its owner changes it", async ({ page, house, browser, quiet }) => {
  await button(page, "filter-mine").click();
  await expect(page).toHaveURL(/owner_id\.me/);
  await save(page, "Each one’s own");
  await choose(page, "views-share");
  const dialog = page.getByRole("dialog", { name: say("views-share") });
  await dialog.getByLabel(say("views-share-all")).check();
  await accessible(page, "sharing");
  await button(dialog, "views-save").click();
  await expect(toast(page, say("views-shared"))).toBeVisible();
  const marta = await rows(page).nth(1).textContent();

  const chloe = await another(browser, house, quiet, "chloe", "/leads");
  await button(chloe, "views-others").click();
  await chloe.getByRole("menuitem", { name: "Each one’s own" }).click();
  await expect(current(chloe)).toHaveText("Each one’s own");
  await expect(rows(chloe).nth(1)).not.toHaveText(marta ?? "");
  await button(chloe, "views-menu").click();
  await expect(chloe.getByRole("menu").getByText(say("views-delete"), { exact: true })).toHaveCount(0);
  await chloe.context().close();
});

test("a view of the board opens on the board, and an opened lead leaves it open", async ({ page }) => {
  await open(page, "/leads/board?sort=value&f=owner_id.filled");
  await save(page, "By value");
  await expect(page).toHaveURL(/\/leads\/board\?view=\d+$/);
  await page.locator("[data-card]").first().getByRole("link").click();
  await expect(page).toHaveURL(/\/leads\/board\/\d+\?view=\d+/);
  await page.keyboard.press("Escape");
  await expect(current(page)).toHaveText("By value");
  await expect(page.getByText(say("views-changed-short"), { exact: true })).toHaveCount(0);
  await open(page, "/leads");
  await page.getByRole("link", { name: "By value" }).click();
  await expect(page).toHaveURL(/\/leads\/board\?view=\d+$/);
});

test("the views stand from right to left in Arabic, and fit a phone", async ({ page, house }) => {
  await speak(page, house, "ar");
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "/leads?f=owner_id.me");
  await expect(tabs(page, "ar").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "Arabic, 320 px");
});
