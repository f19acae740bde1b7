import { type Page } from "@playwright/test";

import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say } from "../../words";

async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name));
      return transfer;
    },
    [name, content] as const,
  );
  await page.locator(".file-drop__zone").dispatchEvent("drop", { dataTransfer: transfer });
  await page.waitForURL(/\/imports\/\d+$/);
}

const FILE = [
  "customer_type,Company,Segment,Status,Channel,First name,Last name,Email,City,Country",
  "company,Windmill Works,Enterprise,Active,Referral,Ada,Bianchi,ada@windmill.example,Rome,Italy",
  "company,Windmill Works,,,,Bob,Verdi,bob@windmill.example,,",
  "company,Tidal Power,Enterprise,Active,Website,Cy,Stone,cy@tidal.example,Bari,IT",
  "person,,Private,Active,Referral,Mario,Rossi,mario@rossi.example,Turin,IT",
].join("\n");

test("two companies and a person come in with their contacts, are looked at, and taken back", async ({ page, house }) => {
  const rest = house.rest("marta");
  await visit(page, house, "marta", "/customers");
  await page.getByRole("button", { name: say("customer-actions") }).click();
  await page.getByRole("menuitem", { name: say("customer-import") }).click();
  await page.waitForURL(/\/imports\/new\?kind=customers$/);
  await expect(page.getByLabel(say("import-kind"))).toHaveValue("customers");
  await drop(page, "customers.csv", FILE);

  await page.getByRole("button", { name: say("import-check") }).click();
  const changes = page.getByRole("region", { name: say("import-changes-title") });
  await expect(changes).toContainText("Windmill Works");
  await expect(changes).toContainText("Bob Verdi");
  await accessible(page, "the check of an import of customers");

  await page.getByRole("button", { name: "Import 4 rows" }).click();
  await expect(page.getByRole("link", { name: say("import-look") })).toBeVisible({ timeout: 15_000 });
  const found = await rest.get<{ items: { id: number; name: string; kind: string }[] }>("/customers?q=windmill");
  expect(found.items.map((one) => one.name)).toEqual(["Windmill Works"]);
  const [windmill] = found.items;
  const contacts = await rest.get<{ items: { first_name: string; is_primary: boolean }[] }>(`/customers/${windmill!.id}/contacts`);
  expect(contacts.items.map((one) => [one.first_name, one.is_primary])).toEqual([["Ada", true], ["Bob", false]]);
  const person = await rest.get<{ items: { kind: string }[] }>("/customers?q=mario+rossi");
  expect(person.items.map((one) => one.kind)).toEqual(["residential"]);

  await page.getByRole("button", { name: say("import-undo") }).click();
  await page.getByRole("dialog").getByRole("button", { name: say("import-undo") }).click();
  await expect(page.getByText(say("import-state-undone"))).toBeVisible({ timeout: 15_000 });
  const gone = await rest.get<{ items: unknown[] }>("/customers?q=windmill");
  expect(gone.items).toEqual([]);
});

test("customers go by a file: each row says what would happen, and undo brings them back", async ({ page, house }) => {
  const rest = house.rest("marta");
  house.importCustomers("Company,Customer number,Segment,Status,Channel\nLeaving Ltd,L-1,Enterprise,Active,Referral\n");
  await visit(page, house, "marta", "/customers");
  await page.getByRole("button", { name: say("customer-actions") }).click();
  await page.getByRole("menuitem", { name: say("customer-delete-by-file") }).click();
  await page.waitForURL(/kind=customers-deletion$/);
  await drop(page, "leaving.csv", "Customer number\nL-1\nL-404\n");

  await page.getByRole("button", { name: say("import-check") }).click();
  await expect(page.getByRole("region", { name: say("import-changes-title") })).toContainText("Leaving Ltd");
  await expect(page.getByText(say("import-refuse-unknown"))).toBeVisible();
  await accessible(page, "the check of a deletion by file");
  await page.getByRole("button", { name: "Delete one record" }).click();
  await expect(page.getByRole("link", { name: say("import-look") })).toBeVisible({ timeout: 15_000 });
  expect((await rest.get<{ items: unknown[] }>("/customers?q=leaving")).items).toEqual([]);

  await page.getByRole("button", { name: say("import-undo") }).click();
  await page.getByRole("dialog").getByRole("button", { name: say("import-undo") }).click();
  await expect(page.getByText(say("import-state-undone"))).toBeVisible({ timeout: 15_000 });
  expect((await rest.get<{ items: unknown[] }>("/customers?q=leaving")).items).toHaveLength(1);
});

test("a contact and a customer are saved as cards", async ({ page, house }) => {
  house.importCustomers("Company,First name,Last name,Email,Segment,Status,Channel\nCard Works,Zoë,Öz,zoe@card.example,Enterprise,Active,Referral\n");
  const rest = house.rest("marta");
  const found = await rest.get<{ items: { id: number }[] }>("/customers?q=card+works");
  await visit(page, house, "marta", `/customers/${found.items[0]!.id}/contacts`);
  await page.getByRole("button", { name: say("contact-actions", { name: "Zoë Öz" }) }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: say("contact-card") }).click();
  expect((await saving).suggestedFilename()).toBe("Zoë Öz.vcf");
});
