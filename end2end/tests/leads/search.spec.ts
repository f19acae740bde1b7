import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say } from "../../words";

test("the palette finds leads and customers as one types, and opens them", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: say("shell-search") });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await field.pressSequentially("kathar", { delay: 30 });
  await expect(palette.getByRole("option", { name: /Katharina Schäfer/ })).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Katharina Schäfer" }).first()).toBeVisible();

  await page.keyboard.press("Control+k");
  await field.fill("cantine");
  await palette.getByRole("option", { name: /Cantine Sordo/ }).click();
  await expect(page).toHaveURL(/\/customers\/\d+$/);
  await page.keyboard.press("Control+k");
  await field.fill("ليلى");
  await expect(palette.getByRole("option", { name: /ليلى المصري/ })).toBeVisible();
  await field.fill("nobody is called so");
  await expect(palette.getByText(say("shell-search-nothing"))).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("people find only what they may see", async ({ page, house }) => {
  await visit(page, house, "chloe", "/leads/board");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: say("shell-search") });
  await palette.getByRole("combobox").fill("samuel reid");
  await expect(palette.getByText(say("shell-search-nothing"))).toBeVisible();
  await palette.getByRole("combobox").fill("julien fabre");
  await expect(palette.getByRole("option", { name: /Julien Fabre/ })).toBeVisible();
});

test("keys lead to places, and a sheet lists them", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers");
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/\/leads\/board$/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: say("shell-keys") })).toBeVisible();
  await accessible(page);
});
