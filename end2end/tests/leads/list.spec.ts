import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, choose, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
});

test("the list filters and sorts in its address", async ({ page }) => {
  const rows = page.getByRole("table", { name: say("list-title") }).getByRole("row");
  await page.getByRole("searchbox", { name: say("filter-search") }).fill("schäfer");
  await expect(page).toHaveURL(/q=sch/);
  await expect(rows).toHaveCount(2);
  await page.reload();
  await hydrated(page);
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("Katharina Schäfer");
  await page.getByRole("searchbox", { name: say("filter-search") }).fill("");
  await page.getByRole("columnheader", { name: say("field-value") }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=/);
  await expect(rows.nth(1)).toContainText("€312,000.00");
});

test("stage and owner change where they stand, and are taken back", async ({ page }) => {
  const name = "Katharina Schäfer";
  const stage = page.getByLabel(say("list-of-record", { field: "Stage", name }));
  await choose(stage, "Qualified");
  const moved = toast(page, saying("board-moved", { name, stage: "Qualified" }));
  await moved.getByRole("button", { name: say("board-undo") }).click();
  await expect(stage.locator("option:checked")).toHaveText("New");
  await choose(page.getByLabel(say("list-of-record", { field: "Owner", name })), "Chloé Martin");
  await expect(toast(page, saying("lead-assigned"))).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(page.getByLabel(say("list-of-record", { field: "Owner", name })).locator("option:checked")).toHaveText("Chloé Martin");
});

test("a stage that requires a reason asks for it in the list too; giving up changes nothing", async ({ page }) => {
  const name = "Katharina Schäfer";
  const stage = page.getByLabel(say("list-of-record", { field: "Stage", name }));
  await choose(stage, "Lost");
  const dialog = page.getByRole("dialog", { name: saying("rule-title") });
  await expect(dialog.getByLabel(say("field-lost_reason_id"))).toBeVisible();
  await dialog.getByRole("button", { name: say("lead-cancel") }).click();
  await expect(stage.locator("option:checked")).toHaveText("New");
});

test("columns are chosen, and stay chosen", async ({ page }) => {
  await expect(page.getByRole("columnheader", { name: say("field-city") })).toHaveCount(0);
  await page.getByRole("button", { name: say("list-columns"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("list-columns") });
  await dialog.getByLabel(say("field-city"), { exact: true }).check();
  await dialog.getByRole("button", { name: say("list-done") }).click();
  await expect(page.getByRole("columnheader", { name: say("field-city") })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("columnheader", { name: say("field-city") })).toBeVisible();
});

test("a press sorts by a column, with Shift by a second one as well", async ({ page }) => {
  const head = (field: string) => page.getByRole("columnheader", { name: say(`field-${field}`) });
  const names = page.locator("tbody .list__name");
  await head("value").getByRole("link").click();
  await expect(page).toHaveURL(/sort=-value$/);
  await head("name").getByRole("link").click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=-value(%2C|,)name$/);
  await expect(head("name")).toContainText(say("list-sort-place", { place: 2, count: 2 }));
  await expect(head("value")).toHaveAttribute("aria-sort", "descending");
  const above = await names.allTextContents();
  await page.reload();
  await hydrated(page);
  await expect(names).toHaveText(above);
  await head("name").getByRole("link").click();
  await expect(page).toHaveURL(/sort=name$/);
});

test("tags change where they stand", async ({ page }) => {
  const name = "Katharina Schäfer";
  await page.getByRole("button", { name: say("list-of-record", { field: "Tags", name }) }).click();
  const dialog = page.getByRole("dialog", { name: say("list-of-record", { field: "Tags", name }) });
  await dialog.getByRole("combobox", { name: say("tag-title") }).fill("urgent");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("urgent", { exact: true }).first()).toBeVisible();
  await accessible(page, "the tags of a row");
  await dialog.getByRole("button", { name: say("list-done") }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("urgent");
  await page.reload();
  await hydrated(page);
  await expect(row).toContainText("urgent");
});

test("rows stand in groups that fold; a lead that changes its value changes its group", async ({ page }) => {
  await page.getByRole("button", { name: say("list-columns"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("list-columns") });
  await dialog.getByLabel(say("list-group-by")).selectOption({ label: say("field-stage_id") });
  await dialog.getByRole("button", { name: say("list-done") }).click();
  await expect(page).toHaveURL(/group=stage_id/);
  const group = (name: string) => page.locator(".list-group", { has: page.getByRole("button", { name: new RegExp(`^${name} `) }) });
  const fold = group("New").getByRole("button", { name: /^New / });
  const name = "Katharina Schäfer";
  await expect(group("New").getByRole("link", { name })).toBeVisible();
  await choose(page.getByLabel(say("list-of-record", { field: "Stage", name })), "Qualified");
  await expect(group("Qualified").getByRole("link", { name })).toBeVisible();
  await expect(group("New").getByRole("link", { name })).toHaveCount(0);
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await expect(group("New").getByRole("row")).toHaveCount(1);
  await page.reload();
  await expect(group("Qualified").getByRole("button", { name: /^Qualified / })).toBeVisible();
  await accessible(page);
});
