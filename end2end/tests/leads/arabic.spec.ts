import { bar, beside, begins, card, column, drag, lift, link, mark, names, nothingHeld, toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, box, speak, visit } from "../../helpers";
import { say, saying } from "../../words";

const ar = (key: string, args: Record<string, string | number> = {}): string => say(key, args, "ar");
const like = (key: string, args: Record<string, string | number> = {}): RegExp => saying(key, args, "ar");

test.beforeEach(async ({ page, house }) => {
  await speak(page, house, "ar");
  await visit(page, house, "marta", "/leads/board");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
});

test("columns run from right to left, and a card dragged to the left goes on", async ({ page }) => {
  const [first, next] = [await box(column(page, "New")), await box(column(page, "Contacted"))];
  expect(next.x).toBeLessThan(first.x);
  const name = (await names(page, "New"))[0] ?? "";
  const target = await names(page, "Contacted");
  await drag(page, name, "Contacted", 1);
  await begins(page, "Contacted", target[0] ?? "", name);
  await toast(page, like("board-moved"), "ar").getByRole("button", { name: ar("board-undo") }).click();
  await begins(page, "New", name);
  await begins(page, "Contacted", ...target);
});

test("the board scrolls towards the left edge while a card is held there", async ({ page }) => {
  const name = (await names(page, "New"))[0] ?? "";
  await drag(page, name, "Negotiation", 0);
  await begins(page, "Negotiation", name);
  await nothingHeld(page);
});

test("a long column scrolls down while a card is held at its lower edge", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  const list = column(page, "Contacted").locator("[data-column]");
  const [first] = await names(page, "New");
  await lift(page, first ?? "");
  const here = await box(list);
  await page.mouse.move(here.x + here.width / 2, here.y + here.height - 3, { steps: 10 });
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(50);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await nothingHeld(page);
  await begins(page, "New", first ?? "");
});

test("marked cards go to the next column, to the left, together", async ({ page }) => {
  const [first, second] = await names(page, "New");
  await mark(page, first ?? "");
  await mark(page, second ?? "");
  await expect(bar(page, "ar")).toBeVisible();
  await accessible(page, "two cards are marked");
  await drag(page, second ?? "", "Contacted", 0);
  await begins(page, "Contacted", first ?? "", second ?? "");
});

test("the left arrow carries a card to the next column", async ({ page }) => {
  const name = (await names(page, "New"))[0] ?? "";
  await link(page, name).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowLeft");
  await expect(link(column(page, "Contacted"), name)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(link(column(page, "New"), name)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await begins(page, "Contacted", name);
  await expect(toast(page, like("board-moved", { name }), "ar")).toBeVisible();
});

test("a card moves by its menu, a note is written, a lead becomes a customer", async ({ page }) => {
  const name = "ليلى المصري";
  await card(page, name).getByRole("button", { name: like("board-card-menu", { name }) }).click();
  await page.getByRole("menuitem", { name: ar("board-move-to") }).click();
  const dialog = page.getByRole("dialog", { name: ar("board-move-title") });
  await dialog.getByLabel(ar("board-move-column")).selectOption({ index: 2 });
  await dialog.getByRole("button", { name: ar("board-move-go") }).click();
  await begins(page, "Qualified", name);
  await link(page, name).click();
  const lead = beside(page, name);
  const [panel, board] = [await box(lead), await box(page.locator(".board-columns"))];
  expect(panel.x, "the lead opens at the end of the line").toBeLessThan(board.x);
  await lead.getByLabel(ar("note-new")).fill("تريد ألواحًا لمزرعة بنها");
  await lead.getByRole("button", { name: ar("note-add") }).click();
  await expect(lead.getByRole("listitem").filter({ hasText: "ألواحًا" })).toBeVisible();
  await accessible(page);
  await lead.getByRole("button", { name: ar("lead-convert"), exact: true }).click();
  const form = page.getByRole("dialog", { name: ar("convert-title") });
  await form.getByRole("button", { name: ar("convert-go"), exact: true }).click();
  await expect(link(column(page, "Customer"), name)).toBeAttached();
});

test("on a small screen nothing stands beyond the page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/leads/board", "/leads", "/customers", "/settings/me"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, path).toBeLessThanOrEqual(0);
  }
});
