import { begins, column, drag, lift, names, toast } from "../../board";
import { expect, test } from "../../fixtures";
import { hydrated, visit } from "../../helpers";
import { saying } from "../../words";

type Board = { stages: { name: string; count: number }[] };

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
});

test("a card is dropped into a folded column, and above the first", async ({ page }) => {
  await page.getByRole("button", { name: saying("board-fold", { name: "Contacted" }) }).click();
  const [first] = await names(page, "New");
  const grip = await lift(page, first ?? "");
  const folded = await column(page, "Contacted").boundingBox();
  await page.mouse.move((folded?.x ?? 0) + 10, (folded?.y ?? 0) + grip.y + 60, { steps: 8 });
  await page.mouse.up();
  await expect(toast(page, saying("board-moved"))).toBeVisible();
  await page.getByRole("button", { name: saying("board-unfold", { name: "Contacted" }) }).click();
  await begins(page, "Contacted", first ?? "");
  await page.reload();
  await hydrated(page);
  await begins(page, "Contacted", first ?? "");
});

test("a card is dropped below the last, and into a column without cards", async ({ page, house }) => {
  await page.setViewportSize({ width: 1800, height: 1600 });
  const [first] = await names(page, "New");
  const { stages } = await house.rest("marta").get<Board>("/board");
  const last = stages.find((stage) => stage.name === "Qualified")?.count ?? 0;
  await drag(page, first ?? "", "Qualified", last);
  await expect.poll(async () => (await names(page, "Qualified")).at(-1)).toBe(first);
  await page.goto("/leads/board?q=orchards");
  await hydrated(page);
  const [only] = await names(page, "New");
  expect(await names(page, "Contacted")).toEqual([]);
  await drag(page, only ?? "", "Contacted", 0);
  await begins(page, "Contacted", only ?? "");
});
