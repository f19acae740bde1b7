import { beside, column, counted, link, names } from "../../board";
import { expect, test } from "../../fixtures";
import { hydrated, open, visit } from "../../helpers";
import { say, saying } from "../../words";

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
});

test("a filter stands in the address: it survives a reload, and going back", async ({ page }) => {
  const all = await names(page, "New");
  await page.getByRole("searchbox", { name: say("filter-search") }).fill("orchards");
  await expect(page).toHaveURL(/[?&]q=orchards/);
  await expect(column(page, "New").getByRole("link")).toHaveText(["Charlotte Bennett"]);
  await expect(column(page, "New").getByRole("heading")).toContainText(counted(1));
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("searchbox", { name: say("filter-search") })).toHaveValue("orchards");
  await expect(column(page, "New").getByRole("link")).toHaveText(["Charlotte Bennett"]);

  await page.getByRole("button", { name: say("fields-filter-button"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("fields-filter-title") });
  await dialog.getByRole("combobox", { name: say("fields-filter-field") }).fill("owner");
  await page.keyboard.press("Enter");
  await dialog.getByRole("combobox", { name: say("fields-filter-how") }).selectOption("any");
  await dialog.getByRole("combobox", { name: say("fields-filter-value") }).fill("Chloé");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: say("fields-filter-apply"), exact: true }).click();
  await expect(page).toHaveURL(/f=owner_id/);
  await expect(page.getByText(say("board-nothing-matches"), { exact: true })).toBeVisible();
  await page.getByRole("link", { name: say("filter-clear") }).click();
  await expect.poll(() => names(page, "New")).toEqual(all);
});

test("a board that is asked for lost leads says that the list has them", async ({ page }) => {
  await open(page, "/leads/board?standing=lost");
  await expect(page.getByText(say("board-out-of-play"), { exact: true })).toBeVisible();
  await page.getByRole("link", { name: say("board-out-of-play-list") }).click();
  await expect(page).toHaveURL(/\/leads\?f=standing\.any\.lost$/);
});

test("a tag and an owner filter together, and the totals follow", async ({ page, house }) => {
  type Words = { items: { id: number; name: string }[] };
  const tags = await house.rest("marta").get<Words>("/tags");
  const farm = tags.items.find((tag) => tag.name === "farm");
  await open(page, `/leads/board?tag=${farm?.id}`);
  await expect(column(page, "New").getByText("farm").first()).toBeVisible();
  const [farms] = [await names(page, "New")];
  expect(farms.length).toBeGreaterThan(1);
  await expect(column(page, "New").getByRole("heading")).toContainText(counted(farms.length));
  await page.goBack();
  await hydrated(page);
  expect((await names(page, "New")).length).toBeGreaterThan(farms.length);
});

test("an opened lead is a link, and going back closes it", async ({ page }) => {
  const [first] = await names(page, "New");
  await link(page, first ?? "").click();
  await expect(page).toHaveURL(/\/leads\/board\/\d+$/);
  const lead = beside(page, first ?? "");
  await expect(lead).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(lead).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(first ?? ""));
  await page.goBack();
  await expect(page).toHaveURL(/\/leads\/board$/);
  await expect(lead).toBeHidden();
  await page.goForward();
  await expect(lead).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/leads\/board$/);
});

test("columns fold, and stay folded", async ({ page }) => {
  await page.getByRole("button", { name: saying("board-fold", { name: "Qualified" }) }).click();
  await expect(column(page, "Qualified").getByRole("list")).toHaveCount(0);
  await page.reload();
  await hydrated(page);
  await expect(column(page, "Qualified").getByRole("list")).toHaveCount(0);
  await expect(column(page, "Qualified").getByRole("heading")).toContainText("Qualified");
  await page.getByRole("button", { name: saying("board-unfold", { name: "Qualified" }) }).click();
  await expect(column(page, "Qualified").getByRole("list")).toBeVisible();
});

test("a column is sorted by value, and grouped by owner", async ({ page }) => {
  await page.getByLabel(say("board-sort"), { exact: true }).selectOption("value");
  await expect(page).toHaveURL(/sort=value/);
  await expect.poll(async () => (await names(page, "New"))[0]).toBe("Roberto Colombo");
  await page.getByLabel(say("board-group"), { exact: true }).selectOption("owner");
  await expect(page).toHaveURL(/group=owner/);
  await expect(column(page, "Yusuf Haddad")).toBeVisible();
  await expect(column(page, say("board-nobody"))).toBeVisible();
  await page.goBack();
  await page.goForward();
  await expect(column(page, "Yusuf Haddad")).toBeVisible();
});

test("people see what their role shows them, in counts too", async ({ page, house }) => {
  type Board = { stages: { name: string; count: number }[] };
  const all = await house.rest("marta").get<Board>("/board");
  const own = await house.rest("chloe").get<Board>("/board");
  await page.context().clearCookies();
  await visit(page, house, "chloe", "/leads/board");
  for (const stage of own.stages) {
    await expect(column(page, stage.name).getByRole("heading")).toContainText(counted(stage.count));
  }
  const sum = (board: Board): number => board.stages.reduce((total, stage) => total + stage.count, 0);
  expect(sum(own)).toBeLessThan(sum(all));
  await expect(page.getByRole("link", { name: say("board-import"), exact: true })).toHaveCount(0);
});
