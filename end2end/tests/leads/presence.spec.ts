import { type Page } from "@playwright/test";

import { card, lift, link, names } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, hydrated, speak, visit } from "../../helpers";
import { say, saying, type Language } from "../../words";

const yusuf = { name: "Yusuf Haddad" };

/** Who else is at the lead of this page. */
function present(page: Page, language: Language = "en"): ReturnType<Page["locator"]> {
  return page.getByRole("list", { name: say("presence-title", {}, language), exact: true });
}

/** The page of the first lead in a column of the board, without the board. */
async function alone(page: Page, name: string): Promise<string> {
  const href = await link(page, name).getAttribute("href");
  return `/leads/${/(\d+)(?:\?|$)/.exec(href ?? "")?.[1] ?? ""}`;
}

test("two people at one lead see and hear of each other, until one goes", async ({ page, house, browser, quiet }) => {
  await visit(page, house, "marta", "/leads/board");
  const path = await alone(page, (await names(page, "New"))[0] ?? "");
  await page.goto(path);
  await hydrated(page);
  const other = await another(browser, house, quiet, "yusuf", path);
  await expect(present(page)).toContainText(saying("presence-looks", yusuf));
  await expect(present(other)).toContainText(saying("presence-looks", { name: "Marta Conti" }));
  await other.getByLabel(say("note-new"), { exact: true }).pressSequentially("Called");
  await expect(present(page)).toContainText(saying("presence-types", yusuf));
  const heard = page.locator("[aria-live=polite] p").filter({ hasText: "Yusuf" });
  await expect(heard).toHaveText([saying("presence-looks", yusuf), saying("presence-types", yusuf)]);
  await accessible(page, "somebody types");
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(present(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await other.getByLabel(say("note-new"), { exact: true }).fill("");
  await other.getByRole("link", { name: say("list-title"), exact: true }).first().click();
  await expect(present(page)).toHaveCount(0, { timeout: 3_000 });
  await expect(heard).toHaveCount(2);
});

test("in Arabic the people stand from right to left, and closing the tab takes its person away", async ({ page, house, browser, quiet }) => {
  await speak(page, house, "ar");
  await visit(page, house, "marta", "/leads/board");
  const path = await alone(page, (await names(page, "New"))[0] ?? "");
  await page.goto(path);
  await hydrated(page);
  const other = await another(browser, house, quiet, "yusuf", path);
  await expect(present(page, "ar")).toContainText(saying("presence-looks", yusuf, "ar"));
  await accessible(page, "somebody looks, in Arabic");
  await other.goto("about:blank");
  await expect(present(page, "ar")).toHaveCount(0, { timeout: 3_000 });
});

test("the board marks what others have open or in hand, without writing its cards anew", async ({ page, house, browser, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/);
  test.setTimeout(90_000);
  await visit(page, house, "marta", "/leads/board");
  const first = (await names(page, "New"))[0] ?? "";
  const path = await alone(page, first);
  await page.evaluate(() => {
    const seen: string[] = [];
    (window as unknown as { seen: string[] }).seen = seen;
    new MutationObserver((changes) => {
      for (const change of changes) {
        const item = (change.target as Element).closest?.("[data-card]");
        const isMark = [...change.addedNodes, ...change.removedNodes].every((node) => !(node instanceof Element) || node.matches(".present-mark"));
        if (item && !isMark) seen.push(item.outerHTML);
      }
    }).observe(document.querySelector(".board-columns") ?? document, { childList: true, subtree: true });
  });
  const other = await another(browser, house, quiet, "yusuf", path);
  await expect(card(page, first).getByRole("img", { name: saying("presence-looks", yusuf) })).toBeVisible();
  await accessible(page, "a card that somebody has open");
  await other.getByLabel(say("note-new"), { exact: true }).pressSequentially("Called");
  await expect(card(page, first).getByRole("img", { name: saying("presence-types", yusuf) })).toBeVisible();
  await other.getByLabel(say("note-new"), { exact: true }).fill("");
  await other.goto("/leads/board");
  await hydrated(other);
  await expect(card(page, first).locator(".present-mark")).toHaveCount(0);
  const second = (await names(other, "New"))[1] ?? "";
  await lift(other, second);
  await expect(card(page, second).getByRole("img", { name: saying("presence-moves", yusuf) })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  // The tab dies: it can say nothing any more.
  await other.context().setOffline(true);
  await expect(card(page, second).locator(".present-mark")).toHaveCount(0, { timeout: 30_000 });
});
