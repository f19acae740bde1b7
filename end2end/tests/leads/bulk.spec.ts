import { type Locator, type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say, saying } from "../../words";

const count = 300;

type Leads = { items: { owner_id: number | null; tags: { name: string }[] }[] };

const bar = (page: Page): Locator => page.getByRole("group", { name: say("run-bar") });
const rows = (page: Page): Locator => page.getByRole("table", { name: say("list-title") }).locator("tbody").getByRole("row");
const box = (page: Page, name: string): Locator => page.getByRole("checkbox", { name: say("run-mark", { name }), exact: true });

/** What a program sees of the leads in the list. */
async function listed(house: House): Promise<Leads["items"]> {
  return (await house.rest("marta").get<Leads>("/leads?q=bulkwerk&sort=name&limit=200")).items;
}

/** Begins something of the bar's menu and answers its dialog. */
async function wish(page: Page, key: string): Promise<Locator> {
  await bar(page).getByRole("button", { name: say("bulk-more"), exact: true }).click();
  await page.getByRole("menuitem", { name: say(key), exact: true }).click();
  return page.getByRole("dialog", { name: say(key) });
}

test.beforeEach(async ({ page, house }) => {
  const lines = Array.from({ length: count }, (_, at) => `Bulk ${String(at + 1).padStart(3, "0")},Bulkwerk`);
  house.importLeads(`Name,Company\n${lines.join("\n")}\n`);
  await visit(page, house, "marta", "/leads?q=bulkwerk&sort=name");
});

test("all that match get another owner: counted before, followed, told, and taken back", async ({ page, house }) => {
  const staff = await house.rest("marta").get<{ items: { id: number; name: string }[] }>("/staff");
  const chloe = staff.items.find(({ name }) => name === "Chloé Martin")?.id;
  const before = (await listed(house)).map((lead) => lead.owner_id);
  expect(before).not.toContain(chloe);
  await box(page, "Bulk 001").check();
  await expect(bar(page)).toContainText("1 selected");
  await bar(page).getByRole("button", { name: `Select all ${count} that match` }).click();
  await expect(bar(page)).toContainText(`${count} selected`);
  await bar(page).getByRole("button", { name: say("bulk-owner"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("bulk-owner") });
  await expect(dialog.getByText(`This concerns ${count} records.`)).toBeVisible();
  await dialog.getByLabel(say("field-owner_id"), { exact: true }).selectOption({ label: "Chloé Martin" });
  await accessible(page, "the dialog for many leads");
  await dialog.getByRole("button", { name: say("bulk-go"), exact: true }).click();

  const ended = toast(page, `${count} records were changed.`);
  await expect(ended).toBeVisible({ timeout: 30_000 });
  await expect(bar(page)).toBeHidden();
  await expect(rows(page).first()).toContainText("Chloé Martin");
  expect(new Set((await listed(house)).map((lead) => lead.owner_id))).toEqual(new Set([chloe]));

  await ended.getByRole("button", { name: say("run-undo") }).click();
  await expect(toast(page, `${count} records are as they were before.`)).toBeVisible({ timeout: 30_000 });
  expect((await listed(house)).map((lead) => lead.owner_id)).toEqual(before);
});

test("marks stay while more is shown, and all that match takes in what comes", async ({ page }) => {
  await box(page, "Bulk 001").check();
  await box(page, "Bulk 003").check();
  const shown = await rows(page).count();
  await page.getByRole("button", { name: say("list-more"), exact: true }).click();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(shown);
  await expect(bar(page)).toContainText("2 selected");
  for (const [name, is] of [["Bulk 001", true], ["Bulk 002", false], ["Bulk 003", true]] as const) {
    await expect(box(page, name), name).toBeChecked({ checked: is });
  }
  await bar(page).getByRole("button", { name: `Select all ${count} that match` }).click();
  const loaded = await rows(page).count();
  await page.getByRole("button", { name: say("list-more"), exact: true }).click();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(loaded);
  await expect(rows(page).last().getByRole("checkbox").first()).toBeChecked();
  await rows(page).last().getByRole("checkbox").first().uncheck();
  await expect(bar(page)).toContainText(`${count - 1} selected`);
  await bar(page).getByRole("button", { name: say("run-mark-none") }).click();
  await expect(bar(page)).toBeHidden();
});

test("tags are put on many, and taken off again", async ({ page, house }) => {
  const names = ["Bulk 001", "Bulk 002"];
  const tagged = async (): Promise<string[][]> => (await listed(house)).slice(0, 3).map(({ tags }) => tags.map(({ name }) => name));
  for (const name of names) await box(page, name).check();
  const adding = await wish(page, "bulk-add-tags");
  await expect(adding.getByText("This concerns 2 records.")).toBeVisible();
  await adding.getByLabel(say("field-tags"), { exact: true }).fill("north, fair");
  await adding.getByRole("button", { name: say("bulk-add-tags"), exact: true }).click();
  await expect(toast(page, "2 records were changed.").filter({ hasText: "north" })).toBeVisible();
  await expect(rows(page).nth(1)).toContainText("fair");
  expect(await tagged()).toEqual([["fair", "north"], ["fair", "north"], []]);

  for (const name of names) await box(page, name).check();
  const removing = await wish(page, "bulk-remove-tags");
  await removing.getByLabel(say("field-tags"), { exact: true }).fill("fair");
  await removing.getByRole("button", { name: say("bulk-remove-tags"), exact: true }).click();
  await expect(toast(page, saying("run-what-remove-tags", { tags: "fair" }))).toBeVisible();
  await expect(rows(page).nth(1)).not.toContainText("fair");
  expect(await tagged()).toEqual([["north"], ["north"], []]);
});
