import AxeBuilder from "@axe-core/playwright";
import { request, type Browser, type Locator, type Page } from "@playwright/test";

import { expect, people, password, type House, type Person, type Quiet } from "./fixtures";

/** Opens a page and waits until it answers to the hand. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** Turns to a choice in a row of a table, which lists the others then, and takes one. */
export async function choose(choice: Locator, label: string): Promise<void> {
  await choice.focus();
  await choice.selectOption({ label });
}

export async function hydrated(page: Page): Promise<void> {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}

/** Signs in as people do, by the form. */
export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people[who]);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Password").press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await hydrated(page);
}

/** Opens a page as somebody who has signed in before. */
export async function visit(page: Page, house: House, who: Person, path: string): Promise<void> {
  await page.context().addCookies(house.sessions[who]);
  await open(page, path);
}

/** Has the pages in this language: Marta's own, and those before the sign-in. */
export async function speak(page: Page, house: House, language: string): Promise<void> {
  const choose = { form: { language }, headers: { origin: house.url }, maxRedirects: 0 };
  await page.request.post(`${house.url}/language`, choose);
  const marta = await request.newContext({ baseURL: house.url, storageState: { cookies: house.sessions.marta, origins: [] } });
  await marta.post("/language", choose);
  await marta.dispose();
}

/** A second person in a browser of their own, watched as the first. */
export async function another(browser: Browser, house: House, quiet: Quiet, who: Person, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, locale: "en-GB", timezoneId: "Europe/Rome" });
  const page = await context.newPage();
  quiet.watch(page);
  await visit(page, house, who, path);
  return page;
}

/** Holds what can be held by a machine of the accessibility rules (WCAG 2.2 A and AA). */
export async function accessible(page: Page, where = ""): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
  expect.soft(found, where).toEqual([]);
}

export async function box(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await locator.boundingBox();
  if (!found) throw new Error("it is not on the screen");
  return found;
}
