import type { Locator, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, speak, visit } from "../../helpers";
import { say, type Language } from "../../words";

const button = (within: Page | Locator, key: string, language: Language = "en"): Locator =>
  within.getByRole("button", { name: say(key, {}, language), exact: true });
const line = (page: Page, name: string): Locator => page.getByRole("list", { name: say("site-title") }).getByRole("listitem").filter({ hasText: name });
const dialog = (page: Page, key: string): Locator => page.getByRole("dialog", { name: say(key), exact: true });

/** Chooses from what can be done with a site. */
async function act(page: Page, name: string, key: string): Promise<void> {
  await page.getByRole("button", { name: say("site-actions", { name }) }).click();
  await page.getByRole("menuitem", { name: say(key), exact: true }).click();
}

test("a site is added, changed by two people at once, removed and taken back", async ({ page, browser, house, quiet }) => {
  quiet.allow(/409 \(Conflict\)|422 \(Unprocessable/);
  await visit(page, house, "marta", "/customers/3/sites");
  await expect(page.getByText(say("site-none-text"))).toBeVisible();
  await accessible(page, "no sites");
  await button(page, "site-add").click();
  const adding = dialog(page, "site-add");
  await button(adding, "customer-save").click();
  await expect(adding.locator("#site-errors")).toContainText(say("field-name"));
  await adding.locator("#site-name").fill("Workshop");
  await adding.locator("#site-street").fill("Via Dora 5");
  await adding.locator("#site-city").fill("Chivasso");
  await adding.locator("#site-contact_id").selectOption({ index: 1 });
  await adding.locator("#site-access_notes").fill("Ring at the gate.");
  await accessible(page, "the dialog of a site");
  await button(adding, "customer-save").click();
  await expect(adding).toBeHidden();
  await expect(line(page, "Workshop")).toContainText("Via Dora 5, Chivasso");
  await line(page, "Workshop").getByText(say("field-access_notes")).click();
  await expect(line(page, "Workshop")).toContainText("Ring at the gate.");
  await expect(page.getByRole("navigation", { name: say("customer-tabs") }).getByRole("link", { name: /^Sites/ })).toContainText("1");

  const other = await another(browser, house, quiet, "yusuf", "/customers/3/sites");
  for (const one of [page, other]) await act(one, "Workshop", "customer-edit");
  await dialog(other, "site-edit").locator("#site-city").fill("Ivrea");
  await button(dialog(other, "site-edit"), "customer-save").click();
  await expect(line(other, "Workshop")).toContainText("Ivrea");
  await dialog(page, "site-edit").locator("#site-city").fill("Asti");
  await button(dialog(page, "site-edit"), "customer-save").click();
  const clash = dialog(page, "conflict-title");
  await expect(clash).toContainText("Ivrea");
  await button(clash, "conflict-save").click();
  await expect(line(page, "Workshop")).toContainText("Asti");
  await expect(line(other, "Workshop")).toContainText("Asti");
  await other.context().close();

  await act(page, "Workshop", "site-remove");
  await expect(line(page, "Workshop")).toHaveCount(0);
  await button(toast(page, "Workshop"), "record-undo").click();
  await expect(line(page, "Workshop")).toBeVisible();
  await accessible(page, "the sites");
});

test("a site's own address leads to its customer, whose history tells of it", async ({ page, house }) => {
  await visit(page, house, "marta", "/sites/1");
  await expect(page).toHaveURL(/\/customers\/1\/sites$/);
  await expect(line(page, "Cantina di Barolo")).toContainText("Renato Fenoglio");
  await page.goto("/customers/1/history");
  await expect(page.getByText(say("event-site-created", { name: "Cantina di Barolo" })).first()).toBeVisible();
});

test("a new customer comes with its billing address as a site", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(Unprocessable/);
  await visit(page, house, "marta", "/customers/new");
  await page.getByRole("textbox", { name: say("customer-name-company") }).fill("Orchard & Sons");
  await page.locator("#field-segment_id").selectOption({ label: "Small business" });
  await page.locator("#field-channel_id").selectOption({ label: "Referral" });
  await page.locator("#field-contact_first_name").fill("Ada");
  await page.getByRole("checkbox", { name: say("site-from-billing") }).check();
  await button(page, "customer-create").click();
  await expect(page.locator("#customer-errors")).toContainText(say("site-needs-address"));
  await page.locator("#field-street").fill("Via Po 12");
  await button(page, "customer-create").click();
  await expect(page).toHaveURL(/\/customers\/\d+$/);
  await page.getByRole("navigation", { name: say("customer-tabs") }).getByRole("link", { name: /^Sites/ }).click();
  await expect(line(page, "Via Po 12")).toContainText("Ada");
});

test("the sites stand from right to left in Arabic, and fit a phone", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await speak(page, house, "ar");
  await visit(page, house, "marta", "/customers/1/sites");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "the sites in Arabic");
  await button(page, "site-add", "ar").click();
  await expect(page.locator("#site-name")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "the dialog in Arabic");
});
