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

test("a file changes leads that are there: checked field by field, and taken back field by field", async ({ page, house }) => {
  const rest = house.rest("marta");
  const ada = await rest.send<{ id: number; version: number }>("POST", "/leads", { name: "Ada Mill", email: "ada@mill.example", city: "Turin" });
  await rest.send("POST", "/leads", { name: "Bob Mill", email: "bob@mill.example" });
  await visit(page, house, "marta", "/imports/new");
  await drop(page, "mills.csv", "Name,E-mail,City,Company\nAda Mill,ada@mill.example,Rome,Mills\nBob Mill,bob@mill.example,,\nCy Mill,cy@mill.example,Oslo,\n");

  await page.getByRole("radio", { name: say("import-duplicates-overwrite") }).check();
  await expect(page.getByRole("checkbox", { name: "E-mail" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Company" })).not.toBeChecked();
  await page.getByLabel(say("import-tags-all"), { exact: true }).fill("Fair 2026");
  await page.getByLabel(say("import-tags-all"), { exact: true }).blur();
  await page.getByRole("button", { name: say("import-check") }).click();
  const changes = page.getByRole("region", { name: say("import-changes-title") });
  await expect(changes).toContainText("Turin");
  await expect(changes).toContainText("Rome");
  await expect(changes.getByRole("link", { name: "Ada Mill" })).toHaveAttribute("href", `/leads/${ada.id}`);
  await accessible(page, "the check of an import that changes leads");

  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("link", { name: say("import-look") })).toBeVisible({ timeout: 15_000 });
  const changed = await rest.get<{ city: string; version: number; tags: { name: string }[] }>(`/leads/${ada.id}`);
  expect([changed.city, changed.tags.map((tag) => tag.name)]).toEqual(["Rome", ["Fair 2026"]]);
  await rest.send("PATCH", `/leads/${ada.id}`, { version: changed.version, company: "Other" });

  await page.getByRole("button", { name: say("import-undo") }).click();
  await page.getByRole("dialog").getByRole("button", { name: say("import-undo") }).click();
  await expect(page.getByText(say("import-kept-title"))).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("link", { name: "Ada Mill" })).toBeVisible();
  await expect(page.getByText("stays as it is: Company")).toBeVisible();
  await accessible(page, "an import that was taken back");
  const back = await rest.get<{ city: string; company: string; tags: unknown[] }>(`/leads/${ada.id}`);
  expect([back.city, back.company, back.tags]).toEqual(["Turin", "Other", []]);
  const cy = await rest.get<{ items: unknown[] }>("/leads?q=Cy+Mill");
  expect(cy.items).toEqual([]);
});

test("a mapping is saved, and offered when a file with the same columns comes again", async ({ page, house }) => {
  await visit(page, house, "marta", "/imports/new");
  await drop(page, "week1.csv", "Who,Mail,Remark\nEve Hill,eve@hill.example,x\n");
  await page.getByLabel(say("import-goes-into-of", { column: "Who" }), { exact: true }).selectOption({ label: "Name" });
  await page.getByRole("radio", { name: say("import-duplicates-fill") }).check();
  await expect(page.getByText(say("import-left-out-names", { names: "Remark" }))).toBeVisible();
  await page.getByRole("button", { name: say("import-mapping-save") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("import-mapping-name"), { exact: true }).fill("Weekly list");
  await accessible(page, "the dialog of a mapping's name");
  await dialog.getByRole("button", { name: say("import-mapping-keep"), exact: true }).click();
  await expect(page.getByText(say("import-mapping-known", { name: "Weekly list" }))).toBeVisible();

  await visit(page, house, "marta", "/imports/new");
  await drop(page, "week2.csv", "Remark;Who;Mail\ny;Ida Hill;ida@hill.example\n");
  await page.getByRole("button", { name: say("import-mapping-use") }).click();
  const select = page.getByLabel(say("import-goes-into-of", { column: "Who" }), { exact: true });
  await expect(select.locator("option:checked")).toHaveText("Name");
  await expect(page.getByRole("radio", { name: say("import-duplicates-fill") })).toBeChecked();
  await accessible(page, "choices made by a saved mapping");
  await page.getByRole("button", { name: say("import-mapping-delete") }).click();
  await expect(page.getByText(say("import-mappings"), { exact: true })).toHaveCount(0);
});
