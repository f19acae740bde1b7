import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { another, speak, visit } from "../../helpers";
import { say, saying } from "../../words";

/** The page of a lead of the demo company. */
async function openLead(page: Page, house: House, name: string): Promise<void> {
  await visit(page, house, "marta", "/leads");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a lead that is not there is called that", async ({ page, house, quiet }) => {
  quiet.allow(/404 \(Not Found\)/);
  await visit(page, house, "marta", "/leads/99999");
  await expect(page).toHaveTitle(new RegExp(`^${say("lead-not-there")}`));
  await expect(page.getByRole("navigation", { name: say("lead-trail") }).getByRole("listitem").last()).toHaveText(say("lead-not-there"));
});

test("what a stage requires is asked for, and its first field has the focus", async ({ page, house }) => {
  await openLead(page, house, "Grace Murphy");
  await page.getByLabel(say("field-stage_id"), { exact: true }).selectOption({ label: "Lost" });
  const dialog = page.getByRole("dialog", { name: say("rule-title", { stage: "Lost" }) });
  await expect(dialog.getByLabel(say("field-lost_reason_id"))).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the page says a country by its name and who added the lead", async ({ page, house }) => {
  await openLead(page, house, "Davide Gallo");
  await expect(page.getByRole("definition").filter({ hasText: /^Italy$/ })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: / by Marta Conti$/ })).toBeVisible();
});

test("a conversion says one thing and leads to the customer, whose history goes on with the lead's", async ({ page, house, browser, quiet }) => {
  await openLead(page, house, "Camille Lefèvre");
  const lead = new URL(page.url()).pathname;
  await page.getByRole("button", { name: say("lead-convert"), exact: true }).click();
  await page.getByRole("dialog", { name: say("convert-title") }).getByRole("button", { name: say("convert-go"), exact: true }).click();
  const said = toast(page, saying("convert-done"));
  await expect(said.getByRole("button", { name: say("board-undo") })).toBeVisible();
  await expect(toast(page, /./)).toHaveCount(1);
  await said.getByRole("button", { name: say("convert-open") }).click();
  await expect(page).toHaveURL(/\/customers\/\d+$/);
  await expect(page.getByRole("heading", { level: 1, name: "Menuiserie Lefèvre" })).toBeVisible();
  const other = await another(browser, house, quiet, "marta", lead);
  await other.getByLabel(say("note-new"), { exact: true }).fill("Written on the lead");
  await other.getByRole("button", { name: say("note-add") }).click();
  await expect(page.getByText("Written on the lead")).toBeVisible();
});

test("the bar beside an opened lead has two rows, in Arabic, too", async ({ page, house }) => {
  await speak(page, house, "ar");
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit(page, house, "marta", "/leads/board");
  const href = await page.locator("a[href*='/leads/board/']").first().getAttribute("href");
  await visit(page, house, "marta", href ?? "");
  await expect(page.locator("#lead-panel")).toBeVisible();
  const tops = await page.locator(".list-toolbar > :visible").evaluateAll((parts) => parts.map((part) => {
    const { top, height } = part.getBoundingClientRect();
    return height > 0 ? Math.round((top + height / 2) / 10) : 0;
  }));
  expect(new Set(tops.filter((top) => top > 0)).size).toBe(2);
});

test("a conversion is taken back from the lead's page, after a question", async ({ page, house }) => {
  await openLead(page, house, "Camille Lefèvre");
  await page.getByRole("button", { name: say("lead-convert"), exact: true }).click();
  const form = page.getByRole("dialog", { name: say("convert-title") });
  await expect(form.getByRole("checkbox", { name: say("convert-carry") })).toBeChecked();
  await form.getByRole("checkbox", { name: say("convert-welcome") }).check();
  await form.getByLabel(say("field-email"), { exact: true }).fill("");
  await expect(form.getByRole("checkbox", { name: say("convert-welcome") })).toBeHidden();
  await form.getByRole("button", { name: say("convert-go"), exact: true }).click();
  await expect(page.getByRole("link", { name: say("lead-is-customer") })).toBeVisible();
  await page.getByRole("button", { name: say("lead-more"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("lead-unconvert") }).click();
  const question = page.getByRole("dialog", { name: say("lead-unconvert") });
  await expect(question).toContainText(say("unconvert-text"));
  await question.getByRole("button", { name: say("unconvert-go"), exact: true }).click();
  await expect(toast(page, say("convert-undone"))).toBeVisible();
  await expect(page.getByRole("button", { name: say("lead-convert"), exact: true })).toBeVisible();
});
