import { type Locator, type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, speak, visit } from "../../helpers";
import { type Language, say, saying } from "../../words";

/** A customer of Chloé's, who is in sales; Marta is an administrator and a manager. */
const vault = "/customers/4/vault";
const secret = "hush-4711";

/** An entry of the list. */
function entry(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ hasText: name });
}

/** Puts an entry into the vault, for people in sales or for managers. */
async function add(page: Page, name: string, role: "Sales" | "Manager", language: Language = "en"): Promise<void> {
  await page.getByRole("button", { name: say("vault-add", {}, language), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("vault-new-title", {}, language) });
  await dialog.getByLabel(say("field-vault_name", {}, language)).fill(name);
  await dialog.getByLabel(say("field-vault_user_name", {}, language)).fill("caretaker");
  await dialog.getByLabel(say("field-vault_secret", {}, language)).fill(secret);
  await dialog.getByLabel("Manager", { exact: true }).setChecked(role === "Manager");
  await dialog.getByLabel("Sales", { exact: true }).setChecked(role === "Sales");
  await accessible(page, "an entry is typed");
  await dialog.getByRole("button", { name: say("record-save", {}, language), exact: true }).click();
  await expect(toast(page, say("vault-saved", {}, language), language).first()).toBeVisible();
  await expect(entry(page, name)).toBeVisible();
}

test("a secret is looked at, hides itself again, and is in the history", async ({ page, house }) => {
  test.slow();
  await visit(page, house, "marta", vault);
  await add(page, "Back gate", "Manager");
  await expect(page.getByText(secret)).toHaveCount(0);
  await entry(page, "Back gate").getByRole("button", { name: saying("vault-look", { name: "Back gate" }) }).click();
  await expect(page.getByText(secret, { exact: true })).toBeVisible();
  await expect(page.getByText("caretaker", { exact: true })).toBeVisible();
  await accessible(page, "a secret is shown");
  // Half a minute, by the clock of the page: one that is set by hand runs timers that were stopped.
  await page.waitForTimeout(20_000);
  await expect(page.getByText(secret, { exact: true })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0, { timeout: 20_000 });
  await visit(page, house, "marta", "/customers/4");
  await expect(page.getByText(saying("event-vault-looked", { name: "Back gate" })).first()).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});

test("who has another role learns of no entry that is not for it", async ({ page, house, browser, quiet }) => {
  await visit(page, house, "marta", vault);
  await add(page, "Front door", "Sales");
  await add(page, "Safe", "Manager");
  const chloe = await another(browser, house, quiet, "chloe", vault);
  await entry(chloe, "Front door").getByRole("button", { name: saying("vault-look", { name: "Front door" }) }).click();
  await expect(chloe.getByText(secret, { exact: true })).toBeVisible();
  await expect(entry(chloe, "Safe")).toHaveCount(0);
  await chloe.context().close();
});

test("a change keeps the secret, and what was deleted comes back", async ({ page, house }) => {
  await visit(page, house, "marta", vault);
  await add(page, "Back gate", "Manager");
  const more = (name: string): Promise<void> =>
    page.getByRole("button", { name: saying("vault-actions", { name }) }).click();
  await more("Back gate");
  await page.getByRole("menuitem", { name: say("vault-edit") }).click();
  const dialog = page.getByRole("dialog", { name: say("vault-edit-title") });
  await expect(dialog.getByLabel(say("field-vault_user_name"))).toHaveValue("caretaker");
  await expect(dialog.getByLabel(say("field-vault_secret"))).toHaveValue("");
  await dialog.getByLabel(say("field-vault_name")).fill("Side gate");
  await dialog.getByRole("button", { name: say("record-save"), exact: true }).click();
  await entry(page, "Side gate").getByRole("button", { name: saying("vault-look", { name: "Side gate" }) }).click();
  await expect(page.getByText(secret, { exact: true })).toBeVisible();
  await more("Side gate");
  await page.getByRole("menuitem", { name: say("vault-delete") }).click();
  await expect(entry(page, "Side gate")).toHaveCount(0);
  await toast(page, saying("vault-deleted", { name: "Side gate" })).getByRole("button", { name: say("record-undo") }).click();
  await expect(entry(page, "Side gate")).toBeVisible();
});

test("the vault is read and filled in Arabic", async ({ page, house }) => {
  await speak(page, house, "ar");
  await visit(page, house, "marta", vault);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("link", { name: say("vault-title", {}, "ar"), exact: true })).toHaveAttribute("aria-current", "page");
  await add(page, "البوابة الخلفية", "Manager", "ar");
  await page.getByRole("button", { name: saying("vault-look", { name: "البوابة الخلفية" }, "ar") }).click();
  await expect(page.getByText(secret, { exact: true })).toBeVisible();
  await accessible(page, "a secret is shown in Arabic");
});
