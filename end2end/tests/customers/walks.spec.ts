import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, test } from "../../fixtures";
import { accessible, speak, visit } from "../../helpers";
import { say, type Language } from "../../words";

/**
 * Three people who come from other systems, and what they did there every day. The fourth, who adds a contact and sends
 * the link of 48 hours, is in the stories of the portal.
 */
class Walk {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  say(key: string, args: Record<string, string> = {}): string {
    return say(key, args, this.language);
  }

  async press(key: string): Promise<void> {
    await this.page.getByRole("button", { name: this.say(key), exact: true }).first().click();
  }

  dialog(key: string) {
    return this.page.getByRole("dialog", { name: this.say(key), exact: true });
  }

  /** Goes to a part of the customer. */
  async part(key: string): Promise<void> {
    const parts = this.page.getByRole("navigation", { name: this.say("customer-tabs") });
    // Some parts say how many there are.
    await parts.getByRole("link", { name: new RegExp(`^${this.say(key)}[ \\d٠-٩]*$`) }).click();
  }

  /** Chooses the first of what a field of many offers. */
  async first(id: string): Promise<string> {
    await this.page.locator(id).click();
    const option = this.page.getByRole("listbox").getByRole("option").first();
    const name = (await option.innerText()).trim();
    await option.click();
    await this.page.keyboard.press("Escape");
    return name;
  }

  /** What the dialog of an export brings, line by line. */
  async exported(): Promise<string[]> {
    await this.press("export-action");
    const coming = this.page.waitForEvent("download");
    await this.dialog("export-title").getByRole("link", { name: this.say("export-download") }).click();
    return (await readFile(await (await coming).path(), "utf8")).replace("\uFEFF", "").trimEnd().split("\r\n");
  }
}

/** A picture, as a browser makes one. */
async function logo(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 200;
    canvas.getContext("2d")?.fillRect(0, 0, 100, 200);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(address.split(",")[1] ?? "", "base64");
}

for (const language of ["en", "ar"] as const) {
  test(`a Passport365 user adds a commercial client with logo, category and three sites, and exports, in ${language}`, async ({ page, house }) => {
    const walk = new Walk(page, language);
    await speak(page, house, language);
    await visit(page, house, "marta", "/customers/new");
    await page.locator("#field-name").fill("Quayside Stores");
    await page.locator("#field-segment_id").selectOption({ index: 1 });
    await page.locator("#field-channel_id").selectOption({ index: 1 });
    const group = await walk.first("#field-groups");
    await page.locator("#field-street").fill("Via Dora 5");
    await page.locator("#field-city").fill("Chivasso");
    await page.locator("#field-has_site").check();
    await walk.press("customer-create");
    await expect(page).toHaveURL(/\/customers\/\d+$/);
    await expect(page.getByRole("main")).toContainText(group);

    await walk.press("picture-add");
    const picture = page.getByRole("dialog");
    await picture.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await logo(page) });
    await picture.getByRole("button", { name: walk.say("picture-save") }).click();
    await expect(page.locator(".picture-field img")).toBeVisible();

    await walk.part("site-title");
    const sites = page.getByRole("list", { name: walk.say("site-title") }).getByRole("listitem");
    await expect(sites).toHaveCount(1);
    for (const [name, city] of [["Warehouse", "Asti"], ["Shop", "Ivrea"]] as const) {
      await walk.press("site-add");
      const adding = walk.dialog("site-add");
      await adding.locator("#site-name").fill(name);
      await adding.locator("#site-city").fill(city);
      await adding.getByRole("button", { name: walk.say("customer-save"), exact: true }).click();
      await expect(adding).toBeHidden();
    }
    await expect(sites).toHaveCount(3);
    await accessible(page, "three sites");

    await visit(page, house, "marta", "/customers?q=quayside");
    const lines = await walk.exported();
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain("Quayside Stores");
  });

  test(`a back-office user fills all of a customer, lays the directory out and exports it so, in ${language}`, async ({ page, house }) => {
    const walk = new Walk(page, language);
    await speak(page, house, language);
    await visit(page, house, "marta", "/customers/5/marketing");
    await walk.press("customer-edit");
    for (const id of ["segment_id", "status_id", "channel_id"]) await page.locator(`#field-${id}`).selectOption({ index: 2 });
    await walk.press("customer-save");
    await expect(page.locator("#field-segment_id")).toHaveCount(0);

    await walk.part("customer-profile");
    await walk.press("customer-edit");
    await page.locator("#field-manager_id").selectOption({ label: "Marta Conti" });
    await page.locator("#field-service_manager_id").selectOption({ label: "Yusuf Haddad" });
    await walk.press("customer-save");
    await expect(page.getByRole("definition").filter({ hasText: "Yusuf Haddad" })).toBeVisible();

    await walk.part("entity-title");
    await walk.press("entity-add");
    const entity = walk.dialog("entity-add");
    await entity.locator("#entity-registered_name").fill("Quayside Holding Srl");
    await entity.locator("#entity-billed_by_id").selectOption({ index: 1 });
    await entity.getByRole("button", { name: walk.say("customer-save"), exact: true }).click();
    await expect(entity).toBeHidden();
    await expect(page.getByText("Quayside Holding Srl").first()).toBeVisible();

    await walk.part("account-title");
    await walk.press("account-open");
    const account = walk.dialog("account-open");
    await account.getByLabel(walk.say("field-name")).fill("Line 1");
    await account.getByRole("button", { name: walk.say("account-save") }).click();
    await expect(page.getByRole("heading", { level: 1, name: /Line 1/ })).toBeVisible();

    await visit(page, house, "marta", "/customers?f=service_manager_id.any.2");
    await walk.press("list-columns");
    const columns = walk.dialog("list-columns");
    await columns.getByLabel(walk.say("field-segment_id"), { exact: true }).check();
    await columns.getByLabel(walk.say("field-phone"), { exact: true }).uncheck();
    await columns.getByRole("button", { name: walk.say("list-done") }).click();
    const lines = await walk.exported();
    expect(lines[0]).toContain(walk.say("field-segment_id"));
    expect(lines[0]).not.toContain(walk.say("field-phone"));
    const shown = await page.locator("tbody .list__name").allTextContents();
    expect(lines.length - 1).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(0);
  });

  test(`a Persisca user finds everything on tabs, in ${language}`, async ({ page, house }) => {
    test.setTimeout(120_000);
    const walk = new Walk(page, language);
    await speak(page, house, language);
    await visit(page, house, "marta", "/customers/2");
    const parts = [
      "customer-profile",
      "customer-contacts",
      "site-title",
      "entity-title",
      "account-title",
      "vault-title",
      "customer-marketing",
      "customer-tab-work",
      "file-title",
      "timeline-title",
    ];
    for (const key of parts) {
      await walk.part(key);
      const here = page.getByRole("navigation", { name: walk.say("customer-tabs") }).locator("[aria-current=page]");
      await expect(here).toContainText(walk.say(key));
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Hotel Dora Riparia");
    }
    await page.getByRole("button", { name: walk.say("history-as-table") }).click();
    await expect(page.locator("#history-person")).toBeVisible();
    await accessible(page, "the history as a table");
    await walk.press("customer-actions");
    await page.getByRole("menuitem", { name: walk.say("customer-seers") }).click();
    await expect(walk.dialog("customer-seers")).toContainText("Marta Conti");
  });
}
