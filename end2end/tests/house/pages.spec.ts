import { type Page } from "@playwright/test";

import { expect, type House, test } from "../../fixtures";
import { accessible, hydrated, speak } from "../../helpers";

const outside = ["/sign-in", "/forgotten-password"];
const inside = [
  "/leads/board", "/leads/board/58", "/leads", "/leads/calendar", "/leads/58", "/leads/new", "/customers", "/customers/1", "/customers/new",
  "/my-day",
  "/imports", "/imports/new", "/settings", "/settings/me", "/settings/staff", "/settings/roles", "/settings/pipeline",
  "/settings/words", "/settings/organisation", "/settings/mail", "/no-such-page",
];

/** Each page in each way to look at it that differs: what is not crossed here is crossed by the next one. */
const looks = [
  { language: "en", theme: "light", width: 1280 },
  { language: "en", theme: "dark", width: 320 },
  { language: "ar", theme: "dark", width: 1280 },
  { language: "ar", theme: "light", width: 320 },
  { language: "en", theme: "light", width: 768 },
  { language: "ar", theme: "dark", width: 768 },
] as const;

type Look = (typeof looks)[number];

async function prepare(page: Page, house: House, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.emulateMedia({ colorScheme: look.theme, reducedMotion: "reduce" });
  await speak(page, house, look.language);
}

/** Holds everything that each page promises. */
async function holds(page: Page, path: string, look: Look): Promise<void> {
  await page.goto(path);
  await hydrated(page);
  await expect(page.locator("html")).toHaveAttribute("lang", look.language);
  await expect(page.locator("html")).toHaveAttribute("dir", look.language === "ar" ? "rtl" : "ltr");
  await expect(page.getByRole("heading").first(), path).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  await accessible(page, path);
}

for (const look of looks) {
  test(`every page in ${look.language}, ${look.theme}, ${look.width} pixels wide`, async ({ page, house, quiet }) => {
    test.setTimeout(300_000);
    quiet.allow(/404 .*no-such-page/);
    await prepare(page, house, look);
    for (const path of outside) await holds(page, path, look);
    await page.context().addCookies(house.sessions.marta);
    for (const path of inside) await holds(page, path, look);
  });
}

test("every page can be read before its program has come", async ({ page, house, quiet }) => {
  test.setTimeout(90_000);
  quiet.allow(/ERR_FAILED|wasm|Failed to (load|fetch)|import|404 /);
  await page.route(/\.wasm(\?|$)/, (route) => route.abort());
  for (const path of outside) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("form").first()).toHaveAttribute("method", "post");
  }
  await page.context().addCookies(house.sessions.marta);
  for (const path of inside) {
    await page.goto(path);
    await expect.soft(page.getByRole("heading").first(), path).not.toBeEmpty();
    await expect.soft(page.getByRole("navigation", { name: "Main" }).getByRole("link").first(), path).toBeAttached();
    const words = (await page.getByRole("main").innerText()).trim().length;
    expect.soft(words, `${path} says something`).toBeGreaterThan(20);
  }
  await page.goto("/leads/board");
  await expect(page.getByText("could not start completely")).toBeVisible();
});
