import { type Page } from "@playwright/test";

import { begins, carry, column, lift, link, mark, names, nothingHeld } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say } from "../../words";

/** Writes down every animation and transition of a transform or a place that takes time, from now on. */
async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const moving: string[] = [];
    const places = /transform|translate|rotate|scale|inset|top|left|margin|padding/;
    (window as unknown as { moving: string[] }).moving = moving;
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation;
        const lasts = Number(effect?.getComputedTiming().activeDuration ?? 0);
        const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
        const named = frames.flatMap((frame) => Object.keys(frame)).filter((name) => places.test(name));
        if (lasts > 0 && named.length > 0) moving.push(`${named.join()} for ${lasts} ms`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { moving: string[] }).moving);
}

test("who wants less motion sees none while a card is lifted, carried, dropped, or a column scrolls", async ({ page, house }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page, house, "marta", "/leads/board");
  const moving = await watchMotion(page);
  const [first, second] = await names(page, "New");
  const grip = await lift(page, first ?? "");
  const lifted = page.locator(".board-card--lifted");
  expect(await lifted.evaluate((card) => getComputedStyle(card).rotate)).toBe("none");
  await carry(page, "Contacted", 1, grip);
  await page.mouse.up();
  await nothingHeld(page);
  await begins(page, "New", second ?? "");
  await link(page, second ?? "").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await begins(page, "Contacted", second ?? "");
  const list = column(page, "Contacted").locator("[data-column]");
  expect(await list.evaluate((element) => getComputedStyle(element).scrollBehavior)).toBe("auto");
  await list.evaluate((element) => element.scrollBy(0, 200));
  expect([...new Set(await moving())]).toEqual([]);
});

test("with forced colours the focus, a lifted card and marked cards are seen", async ({ page, house }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit(page, house, "marta", "/leads/board");
  const [first, second, third] = await names(page, "New");
  await mark(page, first ?? "");
  await mark(page, second ?? "");
  const outline = (name: string): Promise<string> =>
    page.locator("[data-card]").filter({ hasText: name }).evaluate((card) => getComputedStyle(card).outlineStyle);
  expect(await outline(first ?? "")).toBe("solid");
  expect(await outline(third ?? "")).toBe("none");
  await link(page, second ?? "").focus();
  await page.keyboard.press("ArrowDown");
  const ring = (name: string): Promise<string> => link(page, name).evaluate((a) => getComputedStyle(a, "::after").outlineStyle);
  expect(await ring(third ?? "")).toBe("solid");
  await accessible(page, "forced colours");
  await lift(page, second ?? "");
  const border = await page.locator(".board-card--lifted").evaluate((card) => getComputedStyle(card).borderBlockStartStyle);
  expect(border).toBe("solid");
  await page.keyboard.press("Escape");
  await page.mouse.up();
});

test("the order and the columns are read in full on a small screen", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, house, "marta", "/leads/board");
  for (const name of ["board-sort", "board-group"]) {
    const cut = await page.getByLabel(say(name), { exact: true }).evaluate((select) => {
      const text = document.createElement("span");
      const own = getComputedStyle(select);
      text.style.cssText = `position: absolute; white-space: nowrap; font: ${own.font}`;
      text.textContent = (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? "";
      document.body.append(text);
      const room = select.clientWidth - parseFloat(own.paddingInlineStart) - parseFloat(own.paddingInlineEnd);
      const cut = text.getBoundingClientRect().width - room;
      text.remove();
      return cut;
    });
    expect(cut, `${name} is cut by so many pixels`).toBeLessThanOrEqual(0);
  }
});
