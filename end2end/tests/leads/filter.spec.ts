import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../../fixtures";
import { accessible, box, hydrated, open, speak, visit } from "../../helpers";
import { say, saying, type Language } from "../../words";

const rows = (page: Page, language: Language = "en"): Locator =>
  page.getByRole("table", { name: say("list-title", {}, language) }).getByRole("row");
const chips = (page: Page): Locator => page.getByRole("list", { name: say("fields-filter-active") }).getByRole("listitem");
const button = (within: Page | Locator, key: string): Locator => within.getByRole("button", { name: say(key), exact: true });

async function builder(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: saying("fields-filter-button") }).first().click();
  return page.getByRole("dialog", { name: say("fields-filter-title") });
}

/** Fills the last row with the keyboard alone. */
async function choose(page: Page, dialog: Locator, field: string, ask: string): Promise<void> {
  await dialog.getByRole("combobox", { name: say("fields-filter-field") }).last().fill(field);
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: say("fields-filter-how") }).last().selectOption(ask);
}

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
});

test("one's own leads are one press away, and a press more brings all back", async ({ page }) => {
  const all = await rows(page).count();
  await button(page, "filter-mine").click();
  await expect(page).toHaveURL(/f=owner_id\.me/);
  await expect(button(page, "filter-mine")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => rows(page).count()).toBeLessThan(all);
  await page.reload();
  await hydrated(page);
  await expect(button(page, "filter-mine")).toHaveAttribute("aria-pressed", "true");
  await button(page, "filter-mine").click();
  await expect.poll(() => rows(page).count()).toBe(all);
});

test("conditions and a group are put together by keyboard, read as a sentence and stand in the address", async ({ page }) => {
  const all = await rows(page).count();
  const dialog = await builder(page);
  await choose(page, dialog, "value", "least");
  await dialog.getByLabel(say("fields-filter-value")).fill("5000");
  await button(dialog, "fields-filter-add-group").first().click();
  await expect(dialog.getByRole("group", { name: say("fields-filter-any-of"), exact: true })).toBeVisible();
  await page.keyboard.type("city");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: say("fields-filter-how") }).last().selectOption("begins");
  await dialog.getByLabel(say("fields-filter-value")).last().fill("T");
  await button(dialog, "fields-filter-add").first().click();
  await page.keyboard.type("stage");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: say("fields-filter-value") }).fill("Qual");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("Value at least €5,000.00 and (City begins with “T” or Stage: Qualified)");
  await accessible(page, "the dialog");
  await button(dialog, "fields-filter-apply").click();
  await expect(page).toHaveURL(/f=value\.span\.EUR\.500000\.\..*any/);
  await expect(chips(page)).toHaveText(["Value at least €5,000.00", "City begins with “T” or Stage: Qualified"]);
  // The chips come at once and the rows when the server has answered.
  await expect.poll(() => rows(page).count()).toBeLessThan(all);
  const count = await rows(page).count();
  await page.reload();
  await hydrated(page);
  await expect(chips(page)).toHaveCount(2);
  await expect(rows(page)).toHaveCount(count);
});

test("what is not said yet is asked for where it is missing", async ({ page }) => {
  const dialog = await builder(page);
  await choose(page, dialog, "value", "least");
  await button(dialog, "fields-filter-apply").click();
  await expect(dialog.getByLabel(say("fields-filter-value"))).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel(say("fields-filter-value"))).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\/leads$/);
});

test("a row that goes leaves the focus on its neighbour, a chip that goes on the next chip", async ({ page }) => {
  await open(page, "/leads?f=city.begins.T&f=value.span.EUR.100..&f=company.filled");
  await chips(page).nth(1).getByRole("button", { name: "Value at least €1.00", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("fields-filter-title") });
  const remove = (said: string): Locator => dialog.getByRole("button", { name: say("fields-filter-remove", { name: said }) });
  await expect(dialog.getByRole("group", { name: "Value at least €1.00" }).getByRole("combobox").first()).toBeFocused();
  await remove("Value at least €1.00").click();
  await expect(remove("Company is filled in")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(remove("City begins with “T”")).toBeFocused();
  await button(dialog, "fields-filter-apply").click();
  await expect(chips(page)).toHaveText(["City begins with “T”"]);

  await open(page, "/leads?f=city.begins.T&f=company.filled");
  await chips(page).first().getByRole("button", { name: saying("fields-filter-remove") }).click();
  await expect(chips(page)).toHaveText(["Company is filled in"]);
  await expect(chips(page).getByRole("button", { name: saying("fields-filter-remove") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: say("fields-filter-button"), exact: true })).toBeFocused();
});

test("a condition that cannot be read is red, matches nothing, and is taken away", async ({ page, quiet }) => {
  quiet.allow(/422/);
  const all = await rows(page).count();
  await open(page, "/leads?f=c99.is.tile");
  await expect(chips(page)).toHaveText(["c99.is.tile"]);
  await expect(page.getByText(say("fields-filter-broken"))).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await accessible(page, "a broken filter");
  await chips(page).getByRole("button", { name: saying("fields-filter-remove") }).click();
  await expect.poll(() => rows(page).count()).toBe(all);
});

test("on a phone each condition is a card of its own, and nothing runs over the edge", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "/leads?f=any(city.begins.T;value.span.EUR.100..200)");
  const dialog = await builder(page);
  await expect(dialog.getByRole("group", { name: "City begins with “T”" })).toBeVisible();
  const wide = await dialog.evaluate((element) => [...element.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > 320.5).length);
  expect(wide).toBe(0);
  await accessible(page, "320 px");
});

test("the conditions read from right to left in Arabic", async ({ page, house }) => {
  await speak(page, house, "ar");
  await open(page, "/leads?f=value.span.EUR.500000..&f=owner_id.filled");
  await page.getByRole("button", { name: saying("fields-filter-button", {}, "ar") }).first().click();
  const dialog = page.getByRole("dialog", { name: say("fields-filter-title", {}, "ar") });
  const [field, value] = [
    await box(dialog.getByRole("combobox", { name: say("fields-filter-field", {}, "ar") }).first()),
    await box(dialog.getByLabel(say("fields-filter-value", {}, "ar")).first()),
  ];
  expect(value.x).toBeLessThan(field.x);
  await accessible(page, "Arabic");
});
