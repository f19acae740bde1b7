import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

test("a person is invited, given a role, and let go", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/staff");
  await page.getByRole("button", { name: say("staff-add") }).click();
  const dialog = page.getByRole("dialog", { name: say("staff-add") });
  await dialog.getByRole("textbox", { name: say("staff-name") }).fill("Olga Petrova");
  await dialog.getByLabel(say("sign-in-email")).fill("olga@foyer.example");
  await dialog.getByLabel(say("staff-role"), { exact: true }).selectOption({ label: "Sales" });
  await dialog.getByRole("button", { name: new RegExp(`^(${say("staff-save")}|${say("staff-add")})$`) }).click();
  const row = page.getByRole("row").filter({ hasText: "olga@foyer.example" });
  await expect(row).toContainText("Sales");
  await row.getByRole("button", { name: say("staff-actions-of", { name: "Olga Petrova" }) }).click();
  await page.getByRole("menuitem", { name: say("staff-deactivate") }).click();
  await expect(row).toContainText(say("staff-left"));
  await visit(page, house, "marta", "/settings/mail");
  await expect(page.getByText(say("mail-invitation-subject", { organisation: "Lumen Solar" })).first()).toBeVisible();
});

test("a language is chosen at once, and kept", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/me");
  await page.getByLabel("Language", { exact: true }).selectOption("it");
  await page.getByRole("button", { name: say("staff-me-switch-language") }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  await page.goto("/leads/board");
  await hydrated(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "it");
  await expect(page.getByRole("navigation").getByRole("link", { name: say("shell-customers", {}, "it") })).toBeVisible();
});

test("dark colours are chosen at once, and kept", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/me");
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  // The page is dark at once; that it is kept is known when the server has answered, and a reload before that may
  // overtake the request.
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/save_theme"));
  await page.getByRole("button", { name: say("staff-theme-dark"), exact: true }).click();
  await expect.poll(paper).not.toBe(light);
  expect((await kept).ok()).toBe(true);
  await page.reload();
  await expect.poll(paper).not.toBe(light);
});

test("a token is made, works, and is refused once it is deleted", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/me");
  await page.getByRole("textbox", { name: say("token-name"), exact: true }).last().fill("Website form");
  await page.getByRole("button", { name: say("token-add") }).click();
  await expect(page.getByText(say("token-once"))).toBeVisible();
  const shown = page.locator("code, input[readonly]").last();
  const token = ((await shown.textContent()) || (await shown.inputValue())).trim();
  const ask = async (): Promise<number> =>
    (await fetch(`${house.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await ask()).toBe(200);
  const line = page.getByRole("listitem").filter({ hasText: "Website form" });
  await line.getByRole("button", { name: say("token-delete") }).click();
  await expect(toast(page, saying("token-deleted"))).toBeVisible();
  expect(await ask()).toBe(401);
});
