import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, House, test } from "../../fixtures";
import { accessible, hydrated, signIn, visit } from "../../helpers";
import { say } from "../../words";

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  const said: string[] = [];
  for (const email of ["marta@foyer.example", "nobody@foyer.example"]) {
    await page.goto("/sign-in");
    await hydrated(page);
    await page.getByLabel(say("sign-in-email")).fill(email);
    await page.getByLabel(say("sign-in-password")).fill("not the password");
    await page.getByRole("button", { name: say("sign-in-submit"), exact: true }).click();
    await expect(page.getByText(say("sign-in-wrong"))).toBeVisible();
    await expect(page.getByLabel(say("sign-in-email"))).toHaveValue(email);
    await expect(page.getByLabel(say("sign-in-password"))).toHaveValue("");
    said.push((await page.getByRole("main").innerText()).replaceAll(email, ""));
  }
  expect(said[0]).toBe(said[1]);
  await accessible(page);
});

test("a forgotten password is asked for without saying who works here", async ({ page, house }) => {
  for (const email of ["marta@foyer.example", "nobody@foyer.example"]) {
    await page.goto("/forgotten-password");
    await page.getByLabel(say("sign-in-email")).fill(email);
    await page.getByRole("button", { name: say("password-forgotten-submit") }).click();
    await expect(page.getByText(say("password-forgotten-sent"))).toBeVisible();
  }
  await visit(page, house, "marta", "/settings/mail");
  // The mail is written when the answer has long been given.
  await expect(async () => {
    await page.reload();
    const mail = page.getByText(say("mail-password-subject", { organisation: "Lumen Solar" }));
    await expect(mail).toHaveCount(1, { timeout: 500 });
  }).toPass();
});

test("one signs in before the program has come, or when it never comes", async ({ browser, house }) => {
  const context = await browser.newContext({ baseURL: house.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/customers");
  await page.getByLabel(say("sign-in-email")).fill("marta@foyer.example");
  await page.getByLabel(say("sign-in-password")).fill("wrong");
  await page.getByRole("button", { name: say("sign-in-submit"), exact: true }).click();
  await expect(page.getByText(say("sign-in-wrong"))).toBeVisible();
  await page.getByLabel(say("sign-in-password")).fill("foyer-demo");
  await page.getByRole("button", { name: say("sign-in-submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await context.close();
});

test("a page that was asked for comes after the sign-in; signing out ends it", async ({ page }) => {
  await page.goto("/customers?q=cantine");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel(say("sign-in-email")).fill("marta@foyer.example");
  await page.getByLabel(say("sign-in-password")).fill("foyer-demo");
  await page.getByLabel(say("sign-in-password")).press("Enter");
  await expect(page).toHaveURL(/\/customers\?q=cantine$/);
  await hydrated(page);
  await page.getByRole("button", { name: "Marta Conti" }).click();
  await page.getByRole("menuitem", { name: say("shell-sign-out") }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/customers");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a session is ended from another browser", async ({ page, house, browser }) => {
  await signIn(page, "marta");
  const elsewhere = await browser.newContext({ baseURL: house.url });
  const other = await elsewhere.newPage();
  await signIn(other, "marta");
  await other.goto("/customers");
  await hydrated(other);
  await page.goto("/settings/me");
  await hydrated(page);
  await page.getByRole("button", { name: say("staff-sessions-end-others") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: say("staff-session-current") })).toBeVisible();
  await expect(page.getByRole("button", { name: say("staff-session-end"), exact: true })).toHaveCount(0);
  // The page there says so by itself, and leaves what stands on it alone.
  await expect(other.getByRole("dialog", { name: say("shell-session-ended") })).toBeVisible({ timeout: 2_000 });
  await expect(other).toHaveURL(/\/customers$/);
  await other.goto("/leads/board");
  await expect(other).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test("an empty house is set up once", async ({ browser, quiet }) => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-empty-"));
  const house = new House(folder, false);
  await house.start();
  const context = await browser.newContext({ baseURL: house.url, locale: "en-GB", timezoneId: "Europe/Rome" });
  const page = await context.newPage();
  quiet.watch(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/set-up/);
  await hydrated(page);
  await accessible(page);
  await page.getByLabel(say("set-up-organisation")).fill("North Wind");
  await page.getByLabel(say("set-up-country-label")).selectOption("IE");
  await expect(page.getByLabel(say("set-up-currency-label"))).toHaveValue("EUR");
  await page.getByRole("textbox", { name: say("staff-name"), exact: true }).fill("Ann Kelly");
  await page.getByLabel(say("sign-in-email")).fill("ann@northwind.example");
  await page.getByLabel(say("sign-in-password")).fill("a few words in a row");
  await page.getByRole("button", { name: say("set-up-submit"), exact: true }).click();
  await expect(page).toHaveURL(/\/leads\/board|\/sign-in|\/$/);
  await page.goto("/set-up");
  await expect(page).not.toHaveURL(/\/set-up$/);
  await context.close();
  await house.stop("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("without the right there is neither the link nor the page", async ({ page, house, quiet }) => {
  quiet.allow(/403 \(Forbidden\)/);
  await visit(page, house, "chloe", "/settings");
  await expect(page.getByRole("main").getByRole("link", { name: /^My account/ })).toBeVisible();
  for (const name of ["Staff", "Roles", "Organisation", "Mail"]) {
    await expect(page.getByRole("main").getByRole("link", { name: new RegExp(`^${name}`) })).toHaveCount(0);
  }
  for (const path of ["/settings/staff", "/settings/mail", "/imports"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).not.toContainText("marta@foyer.example");
    await expect(page.getByRole("main")).toContainText(/Only administrators|does not allow|nothing here/i);
  }
});
