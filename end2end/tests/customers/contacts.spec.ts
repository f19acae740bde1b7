import type { Locator, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, speak, visit } from "../../helpers";
import { say } from "../../words";

const button = (within: Page | Locator, key: string): Locator => within.getByRole("button", { name: say(key), exact: true });
const lines = (page: Page): Locator => page.locator(".customers__contacts > li");
const line = (page: Page, name: string): Locator => lines(page).filter({ hasText: name });

/** Chooses from what can be done with somebody. */
async function act(page: Page, name: string, key: string): Promise<void> {
  await page.getByRole("button", { name: say("contact-actions", { name }) }).click();
  await page.getByRole("menuitem", { name: say(key), exact: true }).click();
}

/** Adds somebody by the form. */
async function add(page: Page, first: string, last: string): Promise<void> {
  await button(page, "customer-contact-add").click();
  await page.locator("#contact-first_name").fill(first);
  await page.locator("#contact-last_name").fill(last);
  await page.locator("#contact-email").fill(`${first.toLowerCase()}@works.example`);
  await button(page, "customer-save").click();
  await expect(line(page, `${first} ${last}`)).toBeVisible();
}

test("a contact is added, gets the portal with its permissions, and is changed by two people at once", async ({ page, browser, house, quiet }) => {
  quiet.allow(/409 \(Conflict\)|422 \(Unprocessable/);
  await visit(page, house, "marta", "/customers/3/contacts");
  await add(page, "Ada", "Quill");
  await act(page, "Ada Quill", "customer-edit");
  await page.locator("#person-has_portal").check();
  await page.locator("#person-sees_invoices").check();
  await page.locator("#person-told_payments").check();
  await accessible(page, "the form of a contact");
  await page.locator("#person-email").fill("");
  await button(page, "customer-save").click();
  await expect(page.locator("#person-errors")).toContainText(say("contact-portal-email"));
  await page.locator("#person-email").fill("ada@works.example");
  await button(page, "customer-save").click();
  await expect(line(page, "Ada Quill")).toContainText(say("contact-portal"));

  const other = await another(browser, house, quiet, "yusuf", "/customers/3/contacts");
  for (const one of [page, other]) await act(one, "Ada Quill", "customer-edit");
  await other.locator("#person-position").fill("Site manager");
  await button(other, "customer-save").click();
  await expect(line(other, "Ada Quill")).toContainText("Site manager");
  await page.locator("#person-position").fill("Director");
  await button(page, "customer-save").click();
  const dialog = page.getByRole("dialog", { name: say("conflict-title") });
  await expect(dialog).toContainText("Site manager");
  await button(dialog, "conflict-save").click();
  await expect(line(page, "Ada Quill")).toContainText("Director");
  await other.context().close();
});

test("another contact is named first, removed and taken back", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/3/contacts");
  await add(page, "Bob", "Lamb");
  await act(page, "Bob Lamb", "contact-make-primary");
  await expect(line(page, "Bob Lamb")).toContainText(say("customer-contact-primary"));
  await expect(lines(page).filter({ hasText: say("customer-contact-primary") })).toHaveCount(1);
  await act(page, "Bob Lamb", "contact-remove");
  await expect(line(page, "Bob Lamb")).toHaveCount(0);
  await expect(lines(page).filter({ hasText: say("customer-contact-primary") })).toHaveCount(1);
  await button(toast(page, "Bob Lamb"), "record-undo").click();
  await expect(line(page, "Bob Lamb")).toBeVisible();
  await accessible(page, "the contacts");
});

test("the contacts stand from right to left in Arabic, and fit a phone", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await speak(page, house, "ar");
  await visit(page, house, "marta", "/customers/3/contacts");
  await page.locator(".customers__contact-menu button").first().click();
  await page.getByRole("menuitem", { name: say("customer-edit", {}, "ar"), exact: true }).click();
  await page.locator("#person-has_portal").check();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "the form in Arabic");
});
