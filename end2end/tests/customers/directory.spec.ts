import { readFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, box, speak, visit } from "../../helpers";
import { say } from "../../words";

const button = (within: Page | Locator, key: string): Locator => within.getByRole("button", { name: say(key), exact: true });

const table = (page: Page) => page.getByRole("table", { name: say("customer-title") });
const rows = (page: Page) => table(page).locator("tbody").getByRole("row");
const letters = (page: Page) => page.getByRole("navigation", { name: say("customer-index") });

test("the directory is leafed through by letters, each with how many stand there", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers");
  const letter = letters(page).getByRole("link", { name: /^B ?\d+$/ });
  const count = Number((await letter.textContent())?.replace(/\D/g, ""));
  expect(count).toBeGreaterThan(0);
  await letter.click();
  await expect(page).toHaveURL(/f=initial\.any\.B/);
  await expect(rows(page)).toHaveCount(count);
  await expect(letter).toHaveAttribute("aria-current", "true");
  for (const name of await rows(page).getByRole("link").allTextContents()) expect(name).toMatch(/^B/i);
  await accessible(page, "the directory under a letter");
  await letters(page).getByRole("link", { name: say("list-index-all"), exact: true }).click();
  await expect(page).not.toHaveURL(/initial/);
});

test("columns, order and groups are chosen, saved as a view, and exported as they are shown", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers");
  await button(page, "list-columns").click();
  const dialog = page.getByRole("dialog", { name: say("list-columns") });
  await dialog.getByLabel(say("field-segment_id"), { exact: true }).check();
  await dialog.getByLabel(say("field-phone"), { exact: true }).uncheck();
  await dialog.getByRole("button", { name: say("list-done") }).click();
  await expect(table(page).getByRole("columnheader", { name: say("field-segment_id") })).toBeVisible();
  await expect(table(page).getByRole("columnheader", { name: say("field-phone") })).toHaveCount(0);
  await page.getByRole("link", { name: say("field-name"), exact: true }).click();
  await expect(page).toHaveURL(/sort=-name/);

  await button(page, "export-action").click();
  const leaving = page.getByRole("dialog", { name: say("export-title") });
  await expect(leaving.getByLabel(say("field-segment_id"), { exact: true })).toBeChecked();
  await expect(leaving.getByLabel(say("field-phone"), { exact: true })).not.toBeChecked();
  const coming = page.waitForEvent("download");
  await leaving.getByRole("link", { name: say("export-download") }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^Customers \d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), "utf8")).replace("\uFEFF", "").trimEnd().split("\r\n");
  expect(lines[0]).toContain(say("field-segment_id"));
  const shown = await rows(page).locator(".list__name").allTextContents();
  expect(lines.length - 1).toBe(shown.length);
  expect(lines[1]?.replaceAll('"', "")).toContain(shown[0] ?? "?");

  await button(page, "views-save-as").click();
  const saving = page.getByRole("dialog", { name: say("views-save-as") });
  await saving.getByLabel(say("views-name")).fill("By segment");
  await saving.getByRole("button", { name: say("views-save"), exact: true }).click();
  await expect(page).toHaveURL(/view=\d+/);
  await expect(page.getByRole("link", { name: "By segment" })).toBeVisible();
});

test("many customers get another manager, and get their own back", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers?f=kind.any.commercial");
  const total = await rows(page).count();
  expect(total).toBeGreaterThan(1);
  const row = rows(page).filter({ hasText: "Cantine Sordo" });
  await expect(row).toContainText("Marta Conti");
  await row.getByRole("checkbox").check();
  const label = say("bulk-field-of", { field: say("field-manager_id") });
  await page.getByRole("button", { name: label, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: label });
  await dialog.getByLabel(say("field-manager_id"), { exact: true }).selectOption({ label: "Chloé Martin" });
  await accessible(page, "the dialog for many customers");
  await dialog.getByRole("button", { name: say("bulk-go"), exact: true }).click();
  const ended = toast(page, "1 record was changed.");
  await expect(ended).toBeVisible({ timeout: 30_000 });
  await expect(row).toContainText("Chloé Martin");
  await ended.getByRole("button", { name: say("run-undo") }).click();
  await expect(row).not.toContainText("Chloé Martin", { timeout: 30_000 });
});

test("the directory stands from right to left in Arabic, and fits a phone", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await speak(page, house, "ar");
  await visit(page, house, "marta", "/customers");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("navigation", { name: say("customer-index", {}, "ar") })).toBeVisible();
  expect((await box(page.getByRole("main"))).width).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "the directory in Arabic");
});
