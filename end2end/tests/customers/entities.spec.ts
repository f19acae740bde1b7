import type { Locator, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, speak, visit } from "../../helpers";
import { say, saying, type Language } from "../../words";

const button = (within: Page | Locator, key: string, language: Language = "en"): Locator =>
  within.getByRole("button", { name: say(key, {}, language), exact: true });
const dialog = (page: Page, key: string): Locator => page.getByRole("dialog", { name: say(key), exact: true });
const line = (page: Page, list: string, name: string): Locator =>
  page.getByRole("list", { name: say(list), exact: true }).getByRole("listitem").filter({ hasText: name });

/** Chooses from what can be done with an entity. */
async function act(page: Page, name: string, key: string): Promise<void> {
  await page.getByRole("button", { name: say("entity-actions", { name }) }).click();
  await page.getByRole("menuitem", { name: say(key), exact: true }).click();
}

test("a legal entity is added with its bank, changed by two people at once, removed and taken back", async ({ page, browser, house, quiet }) => {
  quiet.allow(/409 \(Conflict\)|422 \(Unprocessable/);
  await visit(page, house, "marta", "/customers/3/entities");
  await expect(page.getByText(say("entity-none-text"))).toBeVisible();
  await accessible(page, "no legal entities");
  await button(page, "entity-add").click();
  const adding = dialog(page, "entity-add");
  await adding.locator("#entity-registered_name").fill("Actis Srl");
  await adding.locator("#entity-iban").fill("IT60 X054 2811 1010 0000 0123 465");
  await button(adding, "customer-save").click();
  await expect(adding.locator("#entity-errors")).toContainText(say("entity-iban-unfit"));
  await adding.locator("#entity-iban").fill("IT60 X054 2811 1010 0000 0123 456");
  await adding.locator("#entity-billed_by_id").selectOption({ label: "Lumen Solar Suisse SA" });
  await accessible(page, "the dialog of a legal entity");
  await button(adding, "customer-save").click();
  await expect(adding).toBeHidden();
  const mine = line(page, "entity-title", "Actis Srl");
  await expect(mine).toContainText("IT60 X054 2811 1010 0000 0123 456");
  await expect(mine).toContainText(saying("entity-billed", { name: "Lumen Solar Suisse SA" }));

  const other = await another(browser, house, quiet, "yusuf", "/customers/3/entities");
  for (const one of [page, other]) await act(one, "Actis Srl", "customer-edit");
  await dialog(other, "entity-edit").locator("#entity-city").fill("Ivrea");
  await button(dialog(other, "entity-edit"), "customer-save").click();
  await expect(line(other, "entity-title", "Actis Srl")).toContainText("Ivrea");
  await dialog(page, "entity-edit").locator("#entity-city").fill("Asti");
  await button(dialog(page, "entity-edit"), "customer-save").click();
  const clash = dialog(page, "conflict-title");
  await expect(clash).toContainText("Ivrea");
  await button(clash, "conflict-save").click();
  await expect(mine).toContainText("Asti");
  await other.context().close();

  await act(page, "Actis Srl", "entity-remove");
  await expect(mine).toHaveCount(0);
  await button(toast(page, "Actis Srl"), "record-undo").click();
  await expect(mine).toBeVisible();
  await accessible(page, "the legal entities");
});

test("an entity's own address leads to its customer, whose history tells of it", async ({ page, house }) => {
  await visit(page, house, "marta", "/legal-entities/1");
  await expect(page).toHaveURL(/\/customers\/1\/entities$/);
  await expect(line(page, "entity-title", "Sordo Immobiliare")).toContainText(saying("entity-billed-default", { name: "Lumen Solar S.r.l." }));
  await page.goto("/customers/1/history");
  await expect(page.getByText(saying("event-legal-entity-created", { name: "Sordo Immobiliare S.r.l." })).first()).toBeVisible();
});

test("the organisation's own companies are kept under Settings, and one is the default", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(Unprocessable/);
  await visit(page, house, "marta", "/settings/entities");
  const own = (name: string): Locator => line(page, "entity-own-title", name);
  await expect(own("Lumen Solar S.r.l.")).toContainText(say("entity-own-default"));
  await button(page, "entity-own-add").click();
  const adding = dialog(page, "entity-own-add");
  await button(adding, "customer-save").click();
  await expect(adding.locator("#own-entity-errors")).toContainText(say("field-registered_name"));
  await adding.locator("#own-entity-registered_name").fill("Lumen Energia Srl");
  await accessible(page, "the dialog of an own company");
  await button(adding, "customer-save").click();
  await expect(own("Lumen Energia Srl")).toBeVisible();
  await act(page, "Lumen Energia Srl", "entity-own-make-default");
  await expect(own("Lumen Energia Srl")).toContainText(say("entity-own-default"));
  await expect(own("Lumen Solar S.r.l.")).not.toContainText(say("entity-own-default-text"));
  await act(page, "Lumen Solar Suisse SA", "entity-own-archive");
  await expect(own("Lumen Solar Suisse SA")).toContainText(say("entity-own-archived"));
  await accessible(page, "the own companies");
  await page.goto("/customers/1/entities");
  await expect(line(page, "entity-title", "Sordo Immobiliare")).toContainText("Lumen Energia Srl");
});

test("legal entities stand from right to left in Arabic, and fit a phone", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await speak(page, house, "ar");
  for (const path of ["/customers/1/entities", "/settings/entities"]) {
    await visit(page, house, "marta", path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    await accessible(page, `${path} in Arabic`);
  }
  await visit(page, house, "marta", "/customers/1/entities");
  await button(page, "entity-add", "ar").click();
  await expect(page.locator("#entity-registered_name")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "the dialog in Arabic");
});
