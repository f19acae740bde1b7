import { card, column, link, names, toast } from "../../board";
import { expect, test } from "../../fixtures";
import { visit } from "../../helpers";
import { say, saying } from "../../words";

type Cards = { stages: { name: string; count: number; cards: { name: string }[] }[] };

test("the end of a column is behind the cards that are not loaded", async ({ page, house, quiet }) => {
  test.setTimeout(90_000);
  quiet.allow(/ERR_FAILED/);
  const rows = Array.from({ length: 90 }, (_, at) => `Person ${at + 1},Contacted`).join("\n");
  house.importLeads(`Name,Stage\n${rows}\n`);
  const rest = house.rest("marta");
  const last = async (count: number): Promise<string[]> => {
    const { stages } = await rest.get<Cards>("/board?limit=200");
    const cards = stages.find((stage) => stage.name === "Contacted")?.cards ?? [];
    return cards.slice(-count).map((found) => found.name);
  };
  // Only the first cards ever come, so that the end is one that nobody sees.
  await page.route("**/api/list_column*", (route) => route.abort());
  await visit(page, house, "marta", "/leads/board");
  const [first, second] = await names(page, "New");
  const total = Number(await column(page, "Contacted").locator(".board-column__count").textContent());
  expect(total).toBeGreaterThan(90);

  await card(page, first ?? "").getByRole("button", { name: saying("board-card-menu", { name: first ?? "" }) }).click();
  await page.getByRole("menuitem", { name: say("board-move-to") }).click();
  const dialog = page.getByRole("dialog", { name: say("board-move-title") });
  await expect(dialog.getByLabel(say("board-move-column")).locator("option:checked")).toContainText("Contacted");
  await dialog.getByLabel(say("board-move-place")).selectOption("bottom");
  await dialog.getByRole("button", { name: say("board-move-go") }).click();
  await expect(toast(page, saying("board-moved", { name: first ?? "" }))).toBeVisible();
  expect(await last(1)).toEqual([first]);

  await link(page, second ?? "").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("End");
  await expect(page.locator("[aria-live]").filter({ hasText: `position ${total + 2} of ${total + 2}` })).toBeAttached();
  await page.keyboard.press("Space");
  await expect(toast(page, saying("board-moved", { name: second ?? "" }))).toBeVisible();
  expect(await last(2)).toEqual([first, second]);
});
