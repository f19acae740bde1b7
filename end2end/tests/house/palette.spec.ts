import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say } from "../../words";

/** Opens the palette and types; answers the lines. */
async function asked(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: say("shell-search") });
  await palette.getByRole("combobox").fill(words);
  return palette.getByRole("option");
}

test("the palette leads to every page and does what the page can do", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
  for (const key of ["run-title", "lead-bin-title", "duplicates-title", "month-title", "fields-title", "pipeline-title", "role-title"]) {
    await expect((await asked(page, say(key))).filter({ hasText: say(key) }).first()).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await (await asked(page, say("list-columns"))).filter({ hasText: say("list-columns") }).first().click();
  await expect(page.getByRole("dialog", { name: say("list-columns") })).toBeVisible();
  await page.keyboard.press("Escape");
  await (await asked(page, say("run-mark-all"))).first().click();
  await expect(page.getByRole("group", { name: say("run-bar") })).toBeVisible();
  await (await asked(page, say("bulk-stage"))).filter({ hasText: say("bulk-stage") }).first().click();
  await expect(page.getByRole("dialog", { name: say("bulk-stage") })).toBeVisible();
});

test("keys of the page work, and the help sheet lists them", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
  await page.keyboard.press("f");
  const filter = page.getByRole("dialog", { name: say("fields-filter-title") });
  await expect(filter).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(filter).toBeHidden();
  await page.keyboard.press("s");
  await expect(page.getByRole("searchbox", { name: say("filter-search") })).toBeFocused();
  await page.getByRole("link", { name: "Grace Murphy", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Grace Murphy" })).toBeVisible();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: say("shell-keys") });
  await expect(help.getByText(say("lead-touched"), { exact: true })).toBeVisible();
  await accessible(page, "the help sheet of a lead");
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect(page.getByLabel(say("note-new"), { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: say("lead-save"), exact: true })).toBeVisible();
});
