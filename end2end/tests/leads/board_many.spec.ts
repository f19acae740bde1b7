import { begins, bar, card, carry, column, drag, lift, link, mark, names, nothingHeld, toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say, saying } from "../../words";

type Cards = { stages: { id: number; name: string; cards: { id: number; version: number; name: string }[] }[] };

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
});

test("marked cards are dragged together, keep their order, and come back with one undo", async ({ page }) => {
  const [before, target] = [await names(page, "New"), await names(page, "Qualified")];
  const [first, second, third] = [before[0] ?? "", before[1] ?? "", before[2] ?? ""];
  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("move_lead") && sent.push(request.url()));
  await mark(page, first);
  await mark(page, third);
  await expect(bar(page)).toContainText("2 leads selected");
  await accessible(page, "two cards are marked");
  const grip = await lift(page, third);
  await expect(page.locator(".board-card--lifted .board-card__stack")).toHaveText("2");
  await carry(page, "Qualified", 1, grip);
  await expect(link(column(page, "New"), first), "both are in the hand").toHaveCount(0);
  await page.mouse.up();
  await begins(page, "Qualified", target[0] ?? "", first, third, target[1] ?? "");
  await begins(page, "New", second);
  await nothingHeld(page);
  await expect(bar(page)).toHaveCount(0);
  const said = toast(page, "2 leads moved to Qualified.");
  await said.getByRole("button", { name: say("board-undo") }).click();
  await begins(page, "New", ...before);
  await begins(page, "Qualified", ...target);
  expect(sent, "one request there, one back").toHaveLength(2);
});

test("the keyboard marks, carries and drops several", async ({ page }) => {
  const [first, second, third] = await names(page, "New");
  const [target] = await names(page, "Contacted");
  await link(page, first ?? "").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Space");
  await expect(bar(page)).toContainText("2 leads selected");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(link(column(page, "Contacted"), second ?? "")).toBeFocused();
  await page.keyboard.press("Escape");
  await begins(page, "New", first ?? "", second ?? "", third ?? "");
  await expect(bar(page), "Escape gives up the move, not the marks").toContainText("2 leads selected");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await begins(page, "Contacted", target ?? "", first ?? "", second ?? "");
  await begins(page, "New", third ?? "");
  await expect(link(page, second ?? "")).toBeFocused();
});

test("a range is marked with Shift, moved by the dialog, and Escape takes the marks away", async ({ page }) => {
  const before = await names(page, "New");
  await mark(page, before[0] ?? "");
  await card(page, before[3] ?? "").click({ modifiers: ["Shift"], position: { x: 60, y: 70 } });
  await expect(bar(page)).toContainText("4 leads selected");
  await page.keyboard.press("Escape");
  await expect(bar(page)).toHaveCount(0);
  await expect(link(page, before[3] ?? "")).toBeFocused();
  await mark(page, before[3] ?? "");
  await card(page, before[1] ?? "").click({ modifiers: ["Shift"], position: { x: 60, y: 70 } });
  await bar(page).getByRole("button", { name: say("board-move-to") }).click();
  const dialog = page.getByRole("dialog", { name: say("board-move-title") });
  await expect(dialog.getByText("3 leads selected")).toBeVisible();
  await expect(dialog.getByLabel(say("board-move-column")).locator("option:checked")).toContainText("Contacted");
  await dialog.getByRole("button", { name: say("board-move-go") }).click();
  await begins(page, "Contacted", ...before.slice(1, 4));
  await begins(page, "New", before[0] ?? "", ...before.slice(4));
});

test("one that somebody else has changed stays and is named, the others go", async ({ page, house, quiet }) => {
  quiet.allow(/ERR_FAILED/);
  const [first, second, third] = await names(page, "New");
  await page.route("**/api/get_board_changes*", (route) => route.abort());
  const rest = house.rest("marta");
  const { stages } = await rest.get<Cards>("/board");
  const lead = stages.flatMap((stage) => stage.cards).find((found) => found.name === second);
  for (const name of [first, second, third]) await mark(page, name ?? "");
  await rest.send("PATCH", `/leads/${lead?.id}`, { city: "Turin", version: lead?.version });
  await drag(page, first ?? "", "Qualified", 0);
  await begins(page, "Qualified", first ?? "", third ?? "");
  await begins(page, "New", second ?? "");
  const said = toast(page, "2 leads moved to Qualified.");
  await expect(said).toContainText(/One stayed: .*/);
  await expect(said).toContainText(second ?? "");
  await expect(bar(page), "it is still marked").toContainText("One lead selected");
});

test("a card that no longer fits the filter leaves with a notice, and comes back", async ({ page, house }) => {
  const { stages } = await house.rest("marta").get<Cards>("/board");
  const stage = stages.find((found) => found.name === "New");
  await visit(page, house, "marta", `/leads/board?stage=${stage?.id}`);
  const before = await names(page, "New");
  await mark(page, before[0] ?? "");
  await mark(page, before[1] ?? "");
  await drag(page, before[0] ?? "", "Contacted", 0);
  const said = toast(page, "2 leads no longer fit the filter");
  await expect(said).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`stage=${stage?.id}`));
  await begins(page, "New", before[2] ?? "");
  expect(await names(page, "Contacted")).toEqual([]);
  await said.getByRole("button", { name: say("board-undo") }).click();
  await begins(page, "New", ...before);
});

test("Ctrl on the name is a link as any other, and the menu marks too", async ({ page, context }) => {
  const [first, second] = await names(page, "New");
  const opened = context.waitForEvent("page");
  await link(page, first ?? "").click({ modifiers: ["Control"], position: { x: 20, y: 8 } });
  await expect(await opened).toHaveURL(/\/leads\/board\/\d+$/);
  await expect(bar(page)).toHaveCount(0);
  await card(page, second ?? "").getByRole("button", { name: saying("board-card-menu", { name: second ?? "" }) }).click();
  await page.getByRole("menuitem", { name: say("board-select"), exact: true }).click();
  await expect(bar(page)).toContainText("One lead selected");
  await bar(page).getByRole("button", { name: say("board-select-none") }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(link(page, second ?? "")).toBeFocused();
});
