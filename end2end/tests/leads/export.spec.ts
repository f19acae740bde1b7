import { readFile } from "node:fs/promises";

import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say, saying } from "../../words";

test("what the list shows is downloaded, with the columns that are wanted", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads?sort=name");
  await page.getByRole("button", { name: say("export-action"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("export-title") });
  await expect(dialog.getByLabel(say("field-company"), { exact: true })).toBeChecked();
  await expect(dialog.getByLabel(say("field-phone"), { exact: true })).not.toBeChecked();
  await accessible(page, "the dialog of an export");
  await dialog.getByRole("button", { name: say("export-none"), exact: true }).click();
  await expect(dialog.getByRole("link", { name: say("export-download") })).toHaveCount(0);
  await dialog.getByLabel(say("field-name"), { exact: true }).check();
  await dialog.getByLabel(say("field-value"), { exact: true }).check();
  const coming = page.waitForEvent("download");
  await dialog.getByRole("link", { name: say("export-download") }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^Leads \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  const lines = text.replace("\uFEFF", "").trimEnd().split("\r\n");
  expect(lines[0]).toBe("Name,Value,Currency");
  const listed = await house.rest("marta").get<{ items: { name: string }[] }>("/leads?sort=name&limit=200");
  expect(lines.slice(1).map((line) => line.replaceAll('"', "").split(",")[0])).toEqual(listed.items.map((lead) => lead.name));
  await expect(dialog).toBeHidden();
});

test("a workbook is made in the background and lies ready", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
  await page.getByRole("button", { name: say("export-action"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("export-title") });
  await dialog.getByLabel(say("export-format-xlsx")).check();
  await dialog.getByRole("button", { name: say("export-make") }).click();
  await expect(page).toHaveURL(/\/exports\/\d+$/);
  const link = page.getByRole("link", { name: say("export-download") });
  await expect(link).toBeVisible({ timeout: 20_000 });
  await accessible(page, "a workbook is ready");
  const coming = page.waitForEvent("download");
  await link.click();
  expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(page.getByText(saying("export-kept-until"))).toBeVisible();
});
