import AxeBuilder from "@axe-core/playwright";
import { type Browser, type Locator, type Page } from "@playwright/test";

import { expect, type House, type Quiet } from "./fixtures";

/** The people of the demo company; all share its password. */
export const people = {
  marta: "marta@foyer.example",
  yusuf: "yusuf@foyer.example",
  chloe: "chloe@foyer.example",
} as const;

const password = "foyer-demo";

/** Opens a page and waits until it answers to the hand. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}

export async function signIn(page: Page, who: keyof typeof people): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").first().fill(people[who]);
  await page.locator("input[name=password]").first().fill(password);
  await page.locator("input[name=password]").first().press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await hydrated(page);
}

/** A second person in a browser of his own, watched as the first. */
export async function another(browser: Browser, house: House, quiet: Quiet, who: keyof typeof people): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, locale: "en-GB" });
  const page = await context.newPage();
  quiet.watch(page);
  await signIn(page, who);
  return page;
}

/** Holds what can be held by a machine of the accessibility rules (WCAG 2.2 A and AA). */
export async function accessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`)).toEqual([]);
}

/** Drags with real pointer events, in steps as a hand does. */
export async function drag(page: Page, from: Locator, to: Locator, at: "top" | "middle" | "bottom" = "middle"): Promise<void> {
  const start = await box(from);
  const end = await box(to);
  const y = { top: end.y + 6, middle: end.y + end.height / 2, bottom: end.y + end.height - 6 }[at];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 4, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, y, { steps: 12 });
  await page.mouse.up();
}

export async function box(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await locator.boundingBox();
  if (!found) throw new Error("it is not on the screen");
  return found;
}
