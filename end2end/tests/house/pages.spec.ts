import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { expect, House, test } from "../../fixtures";
import { accessible, hydrated, speak } from "../../helpers";
import { furnish, nowhere, paths } from "../../routes";

const widths = [320, 768, 1280] as const;
const ways = [
  { language: "en", theme: "light" },
  { language: "ar", theme: "dark" },
  { language: "en", theme: "dark" },
  { language: "ar", theme: "light" },
] as const;

type Look = { width: number; language: "en" | "ar"; theme: "light" | "dark" };

/**
 * How a page is looked at, one look for each width. Any three ways in a row have both themes and both directions, so every
 * page is seen in each of them; four pages in a row are seen in all twelve looks, and so is whatever they have in common.
 */
function looks(place: number): Look[] {
  return widths.map((width, at) => ({ width, ...(ways[(place + at) % ways.length] ?? ways[0]) }));
}

/** Holds everything that each page promises. */
async function holds(page: Page, path: string, look: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: "reduce" });
  await page.goto(path);
  await hydrated(page);
  const where = `${path} in ${look.language}, ${look.theme}, ${look.width} pixels wide`;
  await expect(page.locator("html")).toHaveAttribute("lang", look.language);
  await expect(page.locator("html")).toHaveAttribute("dir", look.language === "ar" ? "rtl" : "ltr");
  await expect(page.getByRole("heading").first(), where).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wide, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
  await accessible(page, where);
}

/** Holds it for those of these pages whose turn it is in this width and language. */
async function each(page: Page, all: string[], width: number, language: string): Promise<void> {
  for (const [place, path] of all.entries()) {
    const look = looks(place).find((look) => look.width === width && look.language === language);
    if (look) await holds(page, path, look);
  }
}

for (const width of widths) {
  for (const language of ["en", "ar"]) {
    test(`every page has its turn in ${language}, ${width} pixels wide`, async ({ page, house, quiet }) => {
      test.setTimeout(300_000);
      quiet.allow(/404 .*no-such-page/);
      await furnish(house);
      await page.setViewportSize({ width, height: 800 });
      await speak(page, house, language);
      await each(page, paths(house, "everybody"), width, language);
      await page.context().addCookies(house.sessions.marta);
      await each(page, [...paths(house, "session"), nowhere], width, language);
    });
  }
}

test("the first page of a house in every look", async ({ page }) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "foyer-empty-"));
  const house = new House(folder, false);
  await house.start();
  try {
    for (const look of looks(0)) {
      await page.setViewportSize({ width: look.width, height: 800 });
      await speak(page, house, look.language);
      await holds(page, `${house.url}/set-up`, look);
    }
  } finally {
    await house.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every page can be read before its program has come", async ({ page, house, quiet }) => {
  test.setTimeout(120_000);
  quiet.allow(/ERR_FAILED|wasm|Failed to (load|fetch)|import|404 /);
  await furnish(house);
  await page.route(/\.wasm(\?|$)/, (route) => route.abort());
  for (const path of paths(house, "everybody")) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("form").first()).toHaveAttribute("method", "post");
  }
  await page.context().addCookies(house.sessions.marta);
  for (const path of [...paths(house, "session"), nowhere]) {
    await page.goto(path);
    await expect.soft(page.getByRole("heading").first(), path).not.toBeEmpty();
    await expect.soft(page.getByRole("navigation", { name: "Main" }).getByRole("link").first(), path).toBeAttached();
    const words = (await page.getByRole("main").innerText()).trim().length;
    expect.soft(words, `${path} says something`).toBeGreaterThan(20);
  }
  await page.goto("/leads/board");
  await expect(page.getByText("could not start completely")).toBeVisible();
});
