import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, speak, visit } from "../../helpers";
import { say, saying } from "../../words";

/** A customer of the demo company without accounts. */
const customer = "/customers/1";

async function post(page: Page, kind: string, amount: string, reason: string): Promise<void> {
  await page.getByRole("button", { name: say(`account-post-${kind}`), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say(`account-post-${kind}`) });
  await dialog.getByLabel(say("account-amount")).fill(amount);
  await dialog.getByLabel(say("account-reason")).fill(reason);
  await dialog.getByRole("button", { name: say("account-post"), exact: true }).click();
  await expect(toast(page, say("account-posted")).first()).toBeVisible();
  await expect(dialog).toBeHidden();
}

/** The line of the ledger with this reason. */
function line(page: Page, reason: string) {
  return page.getByRole("table", { name: say("account-ledger") }).getByRole("row").filter({ hasText: reason });
}

async function open(page: Page): Promise<void> {
  await page.getByRole("button", { name: say("account-open") }).click();
  const dialog = page.getByRole("dialog", { name: say("account-open") });
  await dialog.getByLabel(say("field-name")).fill("Wine cellar");
  await dialog.getByRole("button", { name: say("account-save") }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Wine cellar/ })).toBeVisible();
}

test("an account is opened, charged for a service, paid, and a mistake reversed", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(/);
  await visit(page, house, "marta", `${customer}/accounts`);
  await open(page);
  await expect(page.getByText(say("account-settled"))).toBeVisible();

  await page.getByRole("button", { name: say("account-service-add") }).click();
  const service = page.getByRole("dialog", { name: say("account-service-add") });
  await service.getByRole("combobox", { name: say("account-service-product") }).fill("Monit");
  await service.getByRole("option", { name: "Monitoring" }).click();
  await expect(service.getByLabel(say("account-service-what"))).toHaveValue("Monitoring");
  await expect(service.getByLabel(say("field-price"))).toHaveValue("12.90");
  await service.getByRole("button", { name: say("account-save") }).click();
  await expect(service).toBeHidden();

  await page.getByRole("button", { name: say("account-charge-due") }).click();
  await expect(line(page, "Monitoring")).toContainText("12.90");
  await expect(page.getByText(saying("account-owed", { amount: "€12.90" }))).toBeVisible();
  await page.getByRole("button", { name: say("account-charge-due") }).click();
  await expect(line(page, "Monitoring")).toHaveCount(1);

  await post(page, "payment", "20", "Bank transfer");
  await expect(page.getByText(saying("account-credit", { amount: "€7.10" }))).toBeVisible();
  await line(page, "Bank transfer").getByRole("button", { name: say("account-reverse-this", { reason: "Bank transfer" }) }).click();
  const reverse = page.getByRole("dialog", { name: say("account-reverse") });
  await reverse.getByRole("button", { name: say("account-reverse"), exact: true }).click();
  await expect(reverse.getByText(say("error-required"))).toBeVisible();
  await reverse.getByLabel(say("account-reason")).fill("Somebody else’s money");
  await reverse.getByRole("button", { name: say("account-reverse"), exact: true }).click();
  await expect(page.getByText(saying("account-owed", { amount: "€12.90" }))).toBeVisible();
  await expect(line(page, "Bank transfer")).toContainText(say("account-reversed-mark"));
  await expect(line(page, "Bank transfer").getByRole("button")).toHaveCount(0);
  await accessible(page);

  await page.getByRole("link", { name: say("account-title") }).click();
  await expect(page.getByRole("row", { name: /Wine cellar/ })).toContainText("12.90");
});

test("an account's own address leads to its place, and the history tells of it", async ({ page, house }) => {
  await visit(page, house, "marta", "/accounts/1");
  await expect(page).toHaveURL(/\/customers\/\d+\/accounts\/1$/);
  await page.getByRole("navigation", { name: say("account-trail") }).getByRole("link", { name: "Hotel Dora Riparia" }).click();
  await expect(page.getByText(saying("event-account-paid")).first()).toBeVisible();
});

test("an account in Arabic is read from the right", async ({ page, house }) => {
  await speak(page, house, "ar");
  await visit(page, house, "marta", "/accounts/1");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("table", { name: say("account-ledger", {}, "ar") })).toBeVisible();
  await expect(page.getByRole("table", { name: say("account-services", {}, "ar") })).toBeVisible();
  await accessible(page);
});

test("the catalogue takes a product, and tells when its code is taken", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(/);
  await visit(page, house, "marta", "/products");
  await page.getByRole("button", { name: say("product-add") }).click();
  const dialog = page.getByRole("dialog", { name: say("product-add") });
  await dialog.getByLabel(say("field-name")).fill("Optimiser");
  await dialog.getByLabel(say("field-code")).fill("pan-440");
  await dialog.getByRole("button", { name: say("product-save") }).click();
  await expect(dialog.getByText(say("product-code-taken"))).toBeVisible();
  await dialog.getByLabel(say("field-code")).fill("OPT");
  await dialog.getByRole("button", { name: say("product-save") }).click();
  await expect(page.getByRole("link", { name: "Optimiser" })).toBeVisible();
  await page.getByRole("link", { name: "Optimiser" }).click();
  await page.getByRole("button", { name: say("product-actions") }).click();
  await page.getByRole("menuitem", { name: say("product-delete") }).click();
  await expect(page).toHaveURL(/\/products$/);
  await toast(page, saying("product-deleted", { name: "Optimiser" })).getByRole("button", { name: say("record-undo") }).click();
  await expect(page.getByRole("link", { name: "Optimiser" })).toBeVisible();
});

test("who does not look after a customer sees none of its accounts", async ({ page, house, quiet }) => {
  quiet.allow(/404 \(/);
  for (const path of ["/accounts/1", "/customers/2/accounts", "/customers/2/accounts/1"]) {
    await visit(page, house, "yusuf", path);
    await expect(page.getByText(say("error-not-found"))).toBeVisible();
    await expect(page.getByText("Hotel Dora Riparia")).toHaveCount(0);
  }
  await visit(page, house, "yusuf", "/products");
  await expect(page.getByRole("link", { name: "Monitoring" })).toBeVisible();
  await expect(page.getByRole("button", { name: say("product-add") })).toHaveCount(0);
});
