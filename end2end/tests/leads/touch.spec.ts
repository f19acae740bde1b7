import { devices, type CDPSession, type Page } from "@playwright/test";

import { bar, begins, card, column, link, names, nothingHeld, place } from "../../board";
import { expect, test } from "../../fixtures";
import { box, visit } from "../../helpers";
import { say, saying } from "../../words";

test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: false, userAgent: devices["iPad (gen 7)"].userAgent });

type Point = { x: number; y: number };

/** A finger, by the same messages that a touch screen sends. */
class Finger {
  private constructor(
    private readonly screen: CDPSession,
    private readonly page: Page,
  ) {}

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page), page);
  }

  async down(at: Point): Promise<void> {
    await this.screen.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
  }

  /** Moves on in steps of a frame, as a finger does. */
  async to(from: Point, to: Point, steps: number): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps };
      await this.screen.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [at] });
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async up(): Promise<void> {
    await this.screen.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }
}

/** Numbers that look random and are the same in every run. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
});

test("a long press lifts a card, and it lands where the finger leaves it", async ({ page }) => {
  const finger = await Finger.of(page);
  const [first, second] = await names(page, "New");
  const target = await names(page, "Contacted");
  const here = await box(card(page, first ?? ""));
  const grip = { x: here.width / 3, y: here.height / 2 };
  const from = { x: here.x + grip.x, y: here.y + grip.y };
  await finger.down(from);
  await expect(page.locator("[data-held=pointer]").first()).toBeAttached();
  const to = await place(page, "Contacted", 1, grip);
  await finger.to(from, to, 15);
  await finger.up();
  await begins(page, "Contacted", target[0] ?? "", first ?? "", target[1] ?? "");
  await begins(page, "New", second ?? "");
  await nothingHeld(page);
  await expect(page).toHaveURL(/\/leads\/board$/);
});

test("a finger marks cards by the menu and by taps, and carries them together", async ({ page }) => {
  const finger = await Finger.of(page);
  const [first, second, third] = await names(page, "New");
  await card(page, first ?? "").getByRole("button", { name: saying("board-card-menu", { name: first ?? "" }) }).tap();
  await page.getByRole("menuitem", { name: say("board-select"), exact: true }).tap();
  await link(page, second ?? "").tap();
  await expect(bar(page)).toContainText("2 leads selected");
  await expect(page).toHaveURL(/\/leads\/board$/);
  const here = await box(card(page, second ?? ""));
  const grip = { x: here.width / 3, y: here.height / 2 };
  const from = { x: here.x + grip.x, y: here.y + grip.y };
  await finger.down(from);
  await expect(page.locator("[data-held=pointer]").first()).toBeAttached();
  await finger.to(from, await place(page, "Contacted", 0, grip), 15);
  await finger.up();
  await begins(page, "Contacted", first ?? "", second ?? "");
  await begins(page, "New", third ?? "");
});

test("a second finger gives the drag up", async ({ page }) => {
  const screen = await page.context().newCDPSession(page);
  const before = await names(page, "New");
  const here = await box(card(page, before[0] ?? ""));
  const finger = { x: here.x + 60, y: here.y + 40, id: 0 };
  await screen.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
  await expect(page.locator("[data-held=pointer]").first()).toBeAttached();
  const second = { x: here.x + 200, y: here.y + 60, id: 1 };
  await screen.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger, second] });
  await nothingHeld(page);
  await screen.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await begins(page, "New", ...before);
});

test("a hundred swipes scroll and move nothing", async ({ page, house }) => {
  test.setTimeout(240_000);
  const finger = await Finger.of(page);
  const rest = house.rest("marta");
  const order = async (): Promise<number[][]> => {
    const board = await rest.get<{ stages: { cards: { id: number }[] }[] }>("/board?limit=100");
    return board.stages.map((stage) => stage.cards.map((found) => found.id));
  };
  const before = await order();
  const chance = chances(7);
  const next = (from: number, to: number): number => from + chance.next().value * (to - from);
  const area = await box(page.locator(".board-columns"));
  const scrolled = new Set<string>();
  for (let swipe = 0; swipe < 100; swipe += 1) {
    const from = { x: area.x + next(40, area.width - 40), y: area.y + next(120, area.height - 60) };
    const aside = next(0, 1) < 0.4;
    const far = next(80, 260) * (next(0, 1) < 0.5 ? -1 : 1);
    const to = aside ? { x: from.x + far, y: from.y } : { x: from.x, y: from.y + far };
    await finger.down(from);
    await finger.to(from, to, 5);
    await expect(page.locator(".board-card--lifted")).toHaveCount(0);
    await finger.up();
    await expect(page, JSON.stringify([from, to])).toHaveURL(/\/leads\/board$/);
    scrolled.add(await page.evaluate(() => {
      const lists = [...document.querySelectorAll("[data-column]")].map((list) => Math.round(list.scrollTop));
      return [Math.round(document.querySelector(".board-columns")?.scrollLeft ?? 0), ...lists].join();
    }));
  }
  expect(scrolled.size, "swipes scroll").toBeGreaterThan(20);
  await nothingHeld(page);
  expect(await order()).toEqual(before);
  await expect(column(page, "New")).toBeAttached();
});
