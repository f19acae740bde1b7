import { type Locator, type Page } from "@playwright/test";

import { expect } from "./fixtures";
import { box } from "./helpers";
import { say, type Language } from "./words";

/** A column by the name of its stage. */
export function column(page: Page, stage: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^${stage} `) });
}

/** The card of a lead, wherever it stands. */
export function card(page: Page | Locator, name: string): Locator {
  return page.locator("[data-card]").filter({ hasText: name });
}

/** The tab stop of a card. */
export function link(page: Page | Locator, name: string): Locator {
  return card(page, name).getByRole("link");
}

/** The names in a column, from above. */
export async function names(page: Page, stage: string): Promise<string[]> {
  return column(page, stage).locator("[data-card]").getByRole("link").allTextContents();
}

/** Waits until a column begins with these names. */
export async function begins(page: Page, stage: string, ...expected: string[]): Promise<void> {
  await expect.poll(async () => (await names(page, stage)).slice(0, expected.length)).toEqual(expected);
}

type Grip = { x: number; y: number };

/** Presses on a card and moves far enough for it to be lifted. */
export async function lift(page: Page, name: string): Promise<Grip> {
  const here = await box(card(page, name));
  const grip = { x: here.width / 3, y: here.height / 2 };
  await page.mouse.move(here.x + grip.x, here.y + grip.y);
  await page.mouse.down();
  await page.mouse.move(here.x + grip.x + 9, here.y + grip.y + 3, { steps: 3 });
  await expect(page.locator("[data-held=pointer]").first()).toBeAttached();
  return grip;
}

/** Where the pointer has to be for the held card to lie in a slot of a column; slot 0 is the top. */
export async function place(page: Page, stage: string, slot: number, grip: Grip): Promise<{ x: number; y: number }> {
  const list = await box(column(page, stage).getByRole("list"));
  const pitch = await page.locator("[data-card]").first().evaluate((card) => {
    return card.getBoundingClientRect().height + parseFloat(getComputedStyle(card).marginBlockEnd);
  });
  return { x: list.x + list.width / 2, y: list.y + slot * pitch + grip.y };
}

/** Carries the lifted card over a slot, in steps as a hand does; a column out of sight comes while it waits at the edge. */
export async function carry(page: Page, stage: string, slot: number, grip: Grip): Promise<void> {
  const board = await box(page.locator(".board-columns"));
  const hidden = async (): Promise<number> => {
    const list = await box(column(page, stage));
    return Math.max(list.x + list.width - board.x - board.width, 0) - Math.max(board.x - list.x, 0);
  };
  const far = await hidden();
  if (far !== 0) {
    const edge = far > 0 ? board.x + board.width - 4 : board.x + 4;
    await page.mouse.move(edge, board.y + board.height / 2, { steps: 8 });
    await expect.poll(async () => Math.abs(await hidden()), { intervals: [30] }).toBe(0);
  }
  const to = await place(page, stage, slot, grip);
  await page.mouse.move(to.x, to.y, { steps: 12 });
  if (far === 0) return;
  // The board went on scrolling until the pointer had left its edge.
  const now = await place(page, stage, slot, grip);
  await page.mouse.move(now.x, now.y, { steps: 4 });
}

/** Marks a card, or takes its mark away: Ctrl and a press beside its name. */
export async function mark(page: Page, name: string): Promise<void> {
  const here = await box(card(page, name));
  await card(page, name).click({ modifiers: ["Control"], position: { x: here.width / 3, y: here.height * 0.7 } });
}

/** The bar that says how many cards are marked. */
export function bar(page: Page, language: Language = "en"): Locator {
  return page.getByRole("group", { name: say("board-selection", {}, language) });
}

/** The lead that is open beside the board. */
export function beside(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** How a column says how many leads stand in it. */
export function counted(count: number): string {
  return count === 1 ? "one lead" : `${count} leads`;
}

/** Drags a card into a slot of a column. */
export async function drag(page: Page, name: string, stage: string, slot: number): Promise<void> {
  const grip = await lift(page, name);
  await carry(page, stage, slot, grip);
  await page.mouse.up();
}

/** Nothing of a drag is left: no copy under the pointer, no card in hand. */
export async function nothingHeld(page: Page): Promise<void> {
  await expect(page.locator("[data-held], .board-card--lifted")).toHaveCount(0);
}

/** A toast with this text. */
export function toast(page: Page, text: string | RegExp, language: Language = "en"): Locator {
  return page.getByRole("region", { name: say("shell-notices", {}, language) }).locator(".toast").filter({ hasText: text });
}

/** Scrolls a column to its end with the wheel, as far as it goes. */
export async function bottom(page: Page, stage: string): Promise<void> {
  const list = column(page, stage).locator("[data-column]");
  await list.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    const left = await list.evaluate((ul) => ul.scrollHeight - ul.clientHeight - ul.scrollTop);
    expect(left).toBeLessThan(2);
  }).toPass();
}
