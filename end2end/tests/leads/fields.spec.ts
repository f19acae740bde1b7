import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { accessible, speak, visit } from "../../helpers";
import { say } from "../../words";

/** Adds a field of leads under Settings, whose card is the first. */
async function add(page: Page, name: string, kind: string, more: (dialog: ReturnType<Page["getByRole"]>) => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole("button", { name: say("fields-add"), exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: say("fields-add") });
  await dialog.getByRole("textbox", { name: say("fields-name"), exact: true }).fill(name);
  await dialog.getByLabel(say("fields-kind"), { exact: true }).selectOption({ label: say(`fields-kind-${kind}`) });
  await more(dialog);
  await dialog.getByRole("button", { name: say("fields-save"), exact: true }).click();
  await expect(page.locator(".stage-line__name").getByText(name, { exact: true })).toBeVisible();
}

async function openLead(page: Page, house: House, name: string): Promise<void> {
  await visit(page, house, "marta", "/leads");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a field is added, filled in, listed, and told of in the history", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/fields");
  await expect(page.getByText(say("fields-empty"), { exact: true }).first()).toBeVisible();
  await accessible(page, "the settings of fields, empty");
  await add(page, "Roof area", "number");
  await add(page, "Roof", "choice", async (dialog) => {
    await dialog.getByLabel("Entry 1", { exact: true }).fill("Flat");
    await dialog.getByLabel("Entry 2", { exact: true }).fill("Tile");
    await dialog.getByLabel(say("fields-listed")).check();
    await accessible(page, "the form of a field");
  });
  await accessible(page, "the settings of fields");

  await openLead(page, house, "Grace Murphy");
  await page.getByRole("button", { name: say("lead-edit"), exact: true }).click();
  await page.getByLabel("Roof area", { exact: true }).fill("eighty");
  await page.getByLabel("Roof", { exact: true }).selectOption({ label: "Tile" });
  await page.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(page.getByText(say("fields-number")).first()).toBeVisible();
  await page.getByLabel("Roof area", { exact: true }).fill("82,5");
  await page.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(toast(page, say("lead-saved"))).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "82.5" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Tile" })).toBeVisible();

  const entry = page.getByRole("listitem").filter({ hasText: "Roof area" }).first();
  await expect(entry).toContainText("82.5");
  await page.goto("/leads");
  await expect(page.getByRole("columnheader", { name: "Roof", exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Grace Murphy" })).toContainText("Tile");
});

test("a required field is asked of a new lead, also in the small form", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(/);
  await visit(page, house, "marta", "/settings/fields");
  await add(page, "Budget", "money", (dialog) => dialog.getByRole("checkbox", { name: say("fields-required") }).check());
  await page.goto("/leads/board");
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: say("board-add-to", { name: "New" }), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: say("field-name"), exact: true }).fill("Nora Quinn");
  await expect(dialog.getByLabel("Budget")).toBeVisible();
  await dialog.getByRole("button", { name: say("lead-create"), exact: true }).click();
  await expect(dialog.getByText(say("error-required")).first()).toBeVisible();
  await dialog.getByLabel("Budget").first().fill("1200");
  await dialog.getByRole("button", { name: say("lead-create"), exact: true }).click();
  await expect(page.getByText("Nora Quinn").first()).toBeVisible();
});

test("a deleted field comes back by the toast, and fields are ordered by keyboard", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/fields");
  await add(page, "First", "text");
  await add(page, "Second", "flag");
  const names = page.locator(".stage-line__name");
  await expect(names).toHaveText(["First", "Second"]);
  await page.getByRole("button", { name: say("settings-line-up", { name: "Second" }) }).press("Enter");
  await expect(names).toHaveText(["Second", "First"]);
  await page.getByRole("button", { name: say("settings-line-delete", { name: "First" }) }).click();
  await expect(names).toHaveText(["Second"]);
  await page.getByRole("button", { name: say("fields-undo"), exact: true }).click();
  await expect(names).toHaveText(["Second", "First"]);
});

test("in Arabic, on a small screen, the settings of fields stand in the page", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, house, "marta", "/settings/fields");
  await add(page, "Roof area", "number");
  await speak(page, house, "ar");
  await page.goto("/settings/fields");
  await expect(page.getByRole("heading", { level: 1, name: say("fields-title", {}, "ar") })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});

test("the list is filtered and sorted by a field of one's own", async ({ page, house }) => {
  const rest = house.rest("marta");
  const area = await rest.send<{ id: number }>("POST", "/lead-fields", { name: "Roof area", kind: "number", is_indexed: true });
  const { items } = await rest.get<{ items: { id: number; name: string; version: number }[] }>("/leads?sort=name&limit=3");
  const sizes = ["7.5", "82", "30"];
  for (const [at, lead] of items.entries()) {
    await rest.send("PATCH", `/leads/${lead.id}`, { version: lead.version, [`c${area.id}`]: sizes[at] });
  }
  const [small, large, middle] = items.map((lead) => lead.name);
  await visit(page, house, "marta", "/leads");
  await page.getByRole("button", { name: say("list-columns"), exact: true }).click();
  const columns = page.getByRole("dialog", { name: say("list-columns") });
  await columns.getByLabel("Roof area", { exact: true }).check();
  await columns.getByRole("button", { name: say("list-done") }).click();

  await page.getByRole("button", { name: say("fields-filter-button"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("fields-filter-title") });
  await page.keyboard.type("Roof");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: say("fields-filter-how") }).selectOption({ label: say("fields-ask-filled") });
  await dialog.getByRole("button", { name: say("fields-filter-apply"), exact: true }).click();
  const names = page.locator("tbody .list__name");
  await expect(names).toHaveCount(3);

  const head = page.getByRole("columnheader", { name: "Roof area" });
  await head.getByRole("link").click();
  await expect(names).toHaveText([large ?? "", middle ?? "", small ?? ""]);
  await head.getByRole("link").click();
  await expect(names).toHaveText([small ?? "", middle ?? "", large ?? ""]);
  await expect(page.getByRole("row").nth(1)).toContainText("7.5");
});
