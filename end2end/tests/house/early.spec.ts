import { expect, test } from "../../fixtures";
import { hydrated } from "../../helpers";
import { say } from "../../words";

test("what is typed before the program has come is kept, and the program knows of it", async ({ page, house }) => {
  await page.context().addCookies(house.sessions.marta);
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(/\.wasm(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/leads/new", { waitUntil: "commit" });
  const main = page.getByRole("main");
  const name = main.getByRole("textbox", { name: say("field-name") }).first();
  const company = main.getByRole("textbox", { name: say("field-company") }).first();
  await name.pressSequentially("Ahmed Früh");
  await company.pressSequentially("Early birds");
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  letGo();
  await hydrated(page);
  await expect(name).toHaveValue("Ahmed Früh");
  await expect(company).toHaveValue("Early birds");
  // The last field goes on where it was left, and what is saved is all of it.
  await company.pressSequentially(" Ltd");
  await main.getByRole("button", { name: say("lead-create"), exact: true }).click();
  await expect(page).toHaveURL(/\/leads\/\d+$/);
  await expect(page.getByRole("heading", { level: 1, name: "Ahmed Früh" })).toBeVisible();
  await expect(page.getByText("Early birds Ltd").first()).toBeVisible();
});
