import type { Browser, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, type Quiet, test } from "../../fixtures";
import { accessible, hydrated, open, speak, visit } from "../../helpers";
import { paths } from "../../routes";
import { type Language, say, saying } from "../../words";

const email = "gwen@portal.example";
const secret = "seven paper lanterns";

/** The newest mail with a link for a password, as staff read it: it is written in the language of its reader. */
async function mail(page: Page, house: House): Promise<string> {
  const subjects = (["en", "it", "fr", "ar"] as const).map((language) => saying("mail-portal-link-subject", {}, language).source);
  const subject = new RegExp(subjects.join("|"));
  await visit(page, house, "marta", "/settings/mail");
  await page.getByRole("link", { name: subject }).first().click();
  await expect(page.getByRole("main").getByText(/https?:\/\//)).toBeVisible();
  return page.getByRole("main").innerText();
}

/** Adds somebody who may use the portal, by the form of a customer's page. */
async function invite(page: Page, house: House, path: string, language: Language = "en"): Promise<void> {
  await visit(page, house, "marta", path);
  const button = (key: string) => page.getByRole("button", { name: say(key, {}, language), exact: true });
  await button("customer-contact-add").click();
  await page.locator("#contact-first_name").fill("Gwen");
  await page.locator("#contact-last_name").fill("Harbour");
  await page.locator("#contact-email").fill(email);
  await page.locator("#contact-has_portal").check();
  await expect(page.locator("#contact-sends_link")).toBeChecked();
  await button("customer-save").click();
  await expect(page.locator(".customers__contacts > li").filter({ hasText: "Gwen Harbour" })).toBeVisible();
}

/** A browser of somebody who has never been here. */
async function stranger(browser: Browser, house: House, quiet: Quiet): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, locale: "en-GB", timezoneId: "Europe/Rome" });
  const page = await context.newPage();
  quiet.watch(page);
  return page;
}

/** Sets a password by the link in the mail, and signs in with it. */
async function enter(page: Page, text: string, language: Language = "en"): Promise<void> {
  const link = /\/new-password\?token=[\w-]+/.exec(text)?.[0] ?? "";
  expect(link).not.toBe("");
  await open(page, link);
  await page.locator("input[name=password]").fill(secret);
  await page.getByRole("button", { name: say("password-new-submit", {}, language) }).click();
  await page.waitForURL(/sign-in/);
  await hydrated(page);
  await page.locator("#field-email").fill(email);
  await page.locator("#field-password").fill(secret);
  await page.locator("#field-password").press("Enter");
  await page.waitForURL(/\/portal$/);
  await hydrated(page);
}

test("a Perfex user adds a contact, the 48-hour link goes out, and the contact signs in to the portal", async ({ page, browser, house, quiet }) => {
  await invite(page, house, "/customers/2/contacts");
  const text = await mail(page, house);
  expect(text).toContain("48");
  const guest = await stranger(browser, house, quiet);
  await enter(guest, text);
  // It speaks the customer's language until the contact chooses another one.
  await expect(guest.locator("html")).toHaveAttribute("lang", "it");
  await guest.request.post(`${house.url}/language`, { form: { language: "en" }, headers: { origin: house.url }, maxRedirects: 0 });
  await open(guest, "/portal");
  await expect(guest.getByRole("heading", { level: 1 })).toContainText("Gwen");
  await expect(guest.getByRole("main")).toContainText(say("portal-accounts"));
  await accessible(guest, "the portal");
  // The link is used up.
  quiet.allow(/404 \(/);
  const again = await stranger(browser, house, quiet);
  await open(again, /\/new-password\?token=[\w-]+/.exec(text)?.[0] ?? "");
  await again.locator("input[name=password]").fill(secret);
  await again.getByRole("button", { name: say("password-new-submit") }).click();
  await expect(again.getByText(say("password-link-over"))).toBeVisible();
  // Pages of staff lead back, also by hand.
  for (const path of ["/customers/2", "/leads/board", "/settings"]) {
    await guest.goto(path);
    await expect(guest).toHaveURL(/\/portal$/);
  }
  // Consent is the contact's own, and staff see it.
  await open(guest, "/portal/me");
  await guest.getByLabel(say("portal-consent-label")).check();
  await expect(toast(guest, say("portal-consent-saved"))).toBeVisible();
  await visit(page, house, "marta", "/customers/2/marketing");
  const line = page.locator(".consent").filter({ hasText: "Gwen Harbour" });
  await expect(line).toContainText(say("consent-given"));
  await accessible(page, "marketing");
  // Whoever is switched off is out at once.
  await visit(page, house, "marta", "/customers/2/contacts");
  await page.getByRole("button", { name: say("contact-actions", { name: "Gwen Harbour" }) }).click();
  await page.getByRole("menuitem", { name: say("customer-edit"), exact: true }).click();
  await page.locator("#person-is_active").uncheck();
  await page.getByRole("button", { name: say("customer-save"), exact: true }).click();
  await expect(page.locator(".customers__contacts > li").filter({ hasText: "Gwen Harbour" })).toContainText(say("customer-inactive"));
  await guest.goto("/portal");
  await expect(guest).toHaveURL(/\/sign-in/);
  await guest.context().close();
  await again.context().close();
});

test("the same in Arabic", async ({ page, browser, house, quiet }) => {
  await speak(page, house, "ar");
  await invite(page, house, "/customers/2/contacts", "ar");
  const text = await mail(page, house);
  const guest = await stranger(browser, house, quiet);
  await guest.request.post(`${house.url}/language`, { form: { language: "ar" }, headers: { origin: house.url }, maxRedirects: 0 });
  await enter(guest, text, "ar");
  await expect(guest.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(guest.getByRole("heading", { level: 1 })).toContainText("Gwen");
  await guest.context().close();
});

test("staff look at the portal as a contact and change nothing there", async ({ page, house, quiet }) => {
  quiet.allow(/403 \(Forbidden/);
  await invite(page, house, "/customers/2/contacts");
  await page.getByRole("button", { name: say("contact-actions", { name: "Gwen Harbour" }) }).click();
  await page.getByRole("menuitem", { name: say("contact-view-as") }).click();
  await page.waitForURL(/\/portal$/);
  await hydrated(page);
  await expect(page.getByText(saying("shell-viewing-portal", { name: "Gwen Harbour" }))).toBeVisible();
  await accessible(page, "the portal with other eyes");
  await page.getByRole("link", { name: say("portal-me") }).click();
  await page.getByLabel(say("portal-consent-label")).click();
  await expect(page.getByText(say("error-viewing")).first()).toBeVisible();
  await page.getByRole("button", { name: say("shell-viewing-end") }).click();
  await hydrated(page);
  await visit(page, house, "marta", "/customers/2/history");
  await expect(page.getByText(saying("event-contact-viewed")).first()).toBeVisible();
});

test("an administrator looks at the house as a role", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/roles");
  await page.getByRole("button", { name: say("role-view-as") }).first().click();
  await expect(page.getByText(saying("shell-viewing-role"))).toBeVisible();
  await hydrated(page);
  await accessible(page, "the house with other eyes");
  await page.getByRole("button", { name: say("shell-viewing-end") }).click();
  await hydrated(page);
  await expect(page.getByText(saying("shell-viewing-role"))).toHaveCount(0);
});

test("rights get a name and are given to a contact in one step", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(Unprocessable/);
  await visit(page, house, "marta", "/settings/portal");
  await page.getByRole("button", { name: say("permission-set-add") }).click();
  const dialog = page.getByRole("dialog", { name: say("permission-set-add") });
  await dialog.getByRole("button", { name: say("customer-save") }).click();
  await expect(dialog.getByText(say("error-required"))).toBeVisible();
  await dialog.locator("#permission-set-name").fill("Accounting");
  await dialog.locator("#set-sees_invoices").check();
  await dialog.locator("#set-told_payments").check();
  await accessible(page, "rights under a name");
  await dialog.getByRole("button", { name: say("customer-save") }).click();
  await expect(page.getByText("Accounting")).toBeVisible();
  await visit(page, house, "marta", "/customers/2/contacts");
  await page.getByRole("button", { name: say("customer-contact-add") }).click();
  await page.locator("#contact-has_portal").check();
  await expect(page.locator("#contact-sees_files")).toBeChecked();
  await page.locator("#contact-permission_set").selectOption({ label: "Accounting" });
  await expect(page.locator("#contact-sees_files")).not.toBeChecked();
  await expect(page.locator("#contact-sees_invoices")).toBeChecked();
  await expect(page.locator("#contact-told_payments")).toBeChecked();
});

test("consent is noted by staff and withdrawn by the link in a mail", async ({ page, browser, house, quiet }) => {
  await visit(page, house, "marta", "/customers/2/marketing");
  const line = page.locator(".consent").first();
  await line.getByRole("button", { name: say("consent-give") }).click();
  const dialog = page.getByRole("dialog", { name: saying("consent-give-of") });
  await dialog.locator("#consent-note").fill("Binder 4");
  await dialog.getByRole("button", { name: say("consent-save") }).click();
  await expect(line).toContainText(say("consent-given"));
  await expect(line).toContainText("Binder 4");
  const link = (await line.getByRole("link").getAttribute("href")) ?? "";
  const guest = await stranger(browser, house, quiet);
  await guest.goto(link);
  await accessible(guest, "the page of the link");
  await guest.getByRole("button", { name: say("consent-withdraw-do") }).click();
  await expect(guest.getByText(say("consent-withdrawn-done"))).toBeVisible();
  await expect(line).toContainText(say("consent-none"));
  await guest.context().close();
});

for (const width of [320, 1280]) {
  test(`the pages of the portal hold at ${width} pixels, in both themes and directions`, async ({ page, browser, house, quiet }) => {
    await invite(page, house, "/customers/2/contacts");
    const guest = await stranger(browser, house, quiet);
    await enter(guest, await mail(page, house));
    await guest.setViewportSize({ width, height: 800 });
    for (const [language, theme] of [["en", "dark"], ["ar", "light"], ["ar", "dark"], ["en", "light"]] as const) {
      await guest.request.post(`${house.url}/language`, { form: { language }, headers: { origin: house.url }, maxRedirects: 0 });
      await guest.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const path of paths(house, "contact")) {
        await open(guest, path);
        await expect(guest.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
        const wide = await guest.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(wide, `${path} in ${language}`).toBeLessThanOrEqual(0);
        await accessible(guest, `${path} in ${language}, ${theme}`);
      }
    }
    await guest.context().close();
  });
}
