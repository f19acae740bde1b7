import type { Locator, Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, box, hydrated, open, speak, visit } from "../../helpers";
import { say, saying, type Language } from "../../words";

const field = (within: Page | Locator, key: string, language: Language = "en"): Locator =>
  within.getByLabel(say(`field-${key}`, {}, language), { exact: true }).first();
const button = (within: Page | Locator, key: string): Locator => within.getByRole("button", { name: say(key), exact: true });

/** The link to a part of a customer. */
const part = (page: Page, key: string): Locator =>
  page.getByRole("navigation", { name: say("customer-tabs") }).getByRole("link", { name: new RegExp(`^${say(key)}`) });

/** Fills in what a new customer has to have. */
async function fill(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: say("customer-name-company") }).fill(name);
  await page.locator("#field-segment_id").selectOption({ label: "Small business" });
  await page.locator("#field-channel_id").selectOption({ label: "Referral" });
}

test("a new customer comes with its contact, and lacks nothing that the house asks for", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(Unprocessable/);
  await visit(page, house, "marta", "/customers/new");
  await page.getByRole("textbox", { name: say("customer-name-company") }).fill("Orchard & Sons");
  await page.locator("#field-vat_number").fill("IT1");
  await page.locator("#field-contact_first_name").fill("Ada");
  await page.locator("#field-contact_email").fill("ada@orchard.example");
  await button(page, "customer-create").click();
  await expect(page.locator("#customer-errors")).toContainText(say("customer-vat-unfit"));
  await page.locator("#field-vat_number").fill("it 123 456 789 03");
  await button(page, "customer-create").click();
  await expect(page.locator("#customer-errors")).toContainText(say("field-segment_id"));
  await fill(page, "Orchard & Sons");
  await accessible(page, "the form");
  await button(page, "customer-create").click();
  await expect(page).toHaveURL(/\/customers\/\d+$/);
  await expect(page.getByRole("definition").filter({ hasText: "Small business" })).toBeVisible();
  await expect(page.getByText("ada@orchard.example")).toBeVisible();
  await accessible(page, "the overview");
  await part(page, "customer-profile").click();
  await expect(page.getByRole("definition").filter({ hasText: "IT12345678903" })).toBeVisible();
  await accessible(page, "the profile");
});

test("the kind decides which fields there are, and what was typed in them stays", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/new");
  await page.locator("#field-division").fill("North");
  await page.locator("#field-kind").selectOption("residential");
  await expect(page.locator("#field-division")).toHaveCount(0);
  await expect(page.locator("#field-vat_number")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: say("customer-name-person") })).toBeVisible();
  await page.locator("#field-kind").selectOption("commercial");
  await expect(page.locator("#field-division")).toHaveValue("North");
  await page.locator("#field-street").fill("Via Po 1");
  await button(page, "customer-shipping-copy").click();
  await expect(page.locator("#field-shipping_street")).toHaveValue("Via Po 1");
});

test("two people in one profile: other fields both win, the same field asks", async ({ page, browser, house, quiet }) => {
  quiet.allow(/409 \(Conflict\)/);
  await visit(page, house, "marta", "/customers/3/profile");
  const other = await another(browser, house, quiet, "yusuf", "/customers/3/profile");
  for (const one of [page, other]) await button(one, "customer-edit").click();
  await other.locator("#field-city").fill("Milan");
  await other.locator("#field-region").fill("MI");
  await button(other, "customer-save").click();
  await expect(other.getByRole("definition").filter({ hasText: "Milan" })).toBeVisible();
  await page.locator("#field-city").fill("Turin");
  await page.locator("#field-mobile").fill("+39 333 1112223");
  await button(page, "customer-save").click();
  const dialog = page.getByRole("dialog", { name: say("conflict-title") });
  await expect(dialog).toContainText("Milan");
  await expect(dialog).toContainText("Yusuf Haddad");
  await accessible(page, "the conflict");
  await button(dialog, "conflict-save").click();
  for (const text of ["Turin", "\\+39 333 1112223", "MI"]) {
    await expect(page.getByRole("definition").filter({ hasText: new RegExp(`^${text}$`) }).first()).toBeVisible();
  }
  await other.context().close();
});

test("a change is taken back from the history, a deleted customer from the bin", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/4/profile");
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await button(page, "customer-edit").click();
  await page.locator("#field-division").fill("Harbour");
  await button(page, "customer-save").click();
  const division = page.getByRole("definition").filter({ hasText: "Harbour" });
  await expect(division).toBeVisible();
  await part(page, "timeline-title").click();
  await expect(page).toHaveURL(/\/customers\/4\/history$/);
  const entry = page.getByRole("listitem").filter({ hasText: "Harbour" }).first();
  await entry.hover();
  await entry.getByRole("button", { name: saying("undo-label") }).click();
  await expect(toast(page, say("undo-done"))).toBeVisible();
  await part(page, "customer-profile").click();
  await expect(page.getByRole("definition").first()).toBeVisible();
  await expect(division).toBeHidden();
  await page.getByRole("button", { name: say("customer-actions") }).click();
  await page.getByRole("menuitem", { name: say("customer-delete") }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await open(page, "/customers/bin");
  await expect(page.getByText(name).first()).toBeVisible();
  await accessible(page, "the bin");
  await page.getByRole("button", { name: say("bin-restore"), exact: true }).first().click();
  await expect(page.getByText(say("bin-empty"))).toBeVisible();
  await open(page, "/customers/4");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("the directory is searched and filtered in its address", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers");
  const rows = page.getByRole("table", { name: say("customer-title") }).getByRole("row");
  const all = await rows.count();
  await page.getByRole("searchbox", { name: say("customer-search") }).fill("boulang");
  await expect(rows).toHaveCount(2);
  await page.getByRole("searchbox", { name: say("customer-search") }).fill("");
  await expect(rows).toHaveCount(all);
  await button(page, "filter-mine").click();
  await expect(page).toHaveURL(/f=manager_id\.me/);
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const mine = await rows.count();
  await page.reload();
  await hydrated(page);
  await expect(rows).toHaveCount(mine);
  await accessible(page, "the directory");
});

test("lists are kept in the settings: added, archived, and one put into another", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(Unprocessable/);
  await visit(page, house, "marta", "/settings/customers");
  await button(page, "customer-list-add-segment").click();
  const dialog = page.getByRole("dialog", { name: say("customer-list-add-segment") });
  await dialog.getByLabel(say("customer-list-name")).fill("Hotels");
  await button(dialog, "customer-save").click();
  const line = page.getByRole("listitem").filter({ hasText: "Hotels" });
  await expect(line).toBeVisible();
  await accessible(page, "the lists");
  await line.getByRole("button", { name: say("settings-line-edit", { name: "Hotels" }) }).click();
  const edit = page.getByRole("dialog", { name: say("settings-line-edit", { name: "Hotels" }) });
  await edit.getByLabel(say("customer-list-archive")).check();
  await button(edit, "customer-save").click();
  await expect(line).toContainText(say("customer-list-archived"));
  const full = page.getByRole("listitem").filter({ hasText: "Enterprise" });
  await full.getByRole("button", { name: say("settings-line-delete", { name: "Enterprise" }) }).click();
  const deletion = page.getByRole("dialog", { name: say("settings-line-delete", { name: "Enterprise" }) });
  await button(deletion, "customer-list-delete").click();
  await expect(deletion).toContainText(say("customer-list-in-use"));
  await deletion.getByLabel(say("customer-list-goes-to")).selectOption({ label: "Private" });
  await button(deletion, "customer-list-delete").click();
  await expect(full).toHaveCount(0);
});

test("the parts of a customer have addresses, and what is typed in one is not lost in another", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/4");
  for (const [key, path] of [["customer-profile", "profile"], ["customer-contacts", "contacts"], ["customer-tab-work", "work"], ["file-title", "files"]] as const) {
    await part(page, key).click();
    await expect(page).toHaveURL(new RegExp(`/customers/4/${path}$`));
    await expect(part(page, key)).toHaveAttribute("aria-current", "page");
    await accessible(page, path);
  }
  await page.goBack();
  await expect(part(page, "customer-tab-work")).toHaveAttribute("aria-current", "page");
  await part(page, "customer-profile").click();
  await button(page, "customer-edit").click();
  await page.locator("#field-division").fill("Not saved");
  await part(page, "file-title").click();
  const asked = page.getByRole("dialog");
  await expect(asked).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#field-division")).toHaveValue("Not saved");
});

test("what may be there twice is said while it is typed, and two become one", async ({ page, house }) => {
  const made = { segment_id: 1, status_id: 1, channel_id: 1 };
  const rest = house.rest("marta");
  await rest.send("POST", "/customers", { name: "Twin Towers", email: "info@twin.example", ...made });
  await visit(page, house, "marta", "/customers/new");
  await fill(page, "Twin Towers Ltd.");
  await page.locator("#field-email").fill("info@twin.example");
  await page.locator("#field-email").press("Tab");
  await expect(page.getByText("Twin Towers").first()).toBeVisible();
  await rest.send("POST", "/customers", { name: "Twin Two", email: "info@twin.example", ...made });
  await open(page, "/customers/duplicates");
  await accessible(page, "the pairs");
  await page.getByRole("link", { name: say("duplicates-merge-label", { one: "Twin Towers", other: "Twin Two" }) }).click();
  await expect(page).toHaveURL(/\/customers\/merge/);
  await button(page, "merge-run").click();
  await expect(toast(page, saying("merge-done"))).toBeVisible();
});

test("a customer stands from right to left in Arabic, and fits a phone", async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await speak(page, house, "ar");
  for (const path of ["/customers", "/customers/3", "/customers/3/profile", "/customers/new", "/settings/customers"]) {
    await visit(page, house, "marta", path);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    const main = await box(page.getByRole("main"));
    expect(main.width, path).toBeLessThanOrEqual(320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
  await expect(field(page, "name", "ar")).toHaveCount(0);
});
