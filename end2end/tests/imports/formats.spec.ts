import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "@playwright/test";

import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say, saying } from "../../words";

const layouts = join("..", "app", "features", "imports", "tests", "layouts");

/** Drops a file onto the page, as people do. */
async function drop(page: Page, name: string, content: Buffer = readFileSync(join(layouts, name))): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    [name, content.toString("base64")] as const,
  );
  await page.locator(".file-drop__zone").dispatchEvent("drop", { dataTransfer: transfer });
}

async function goesInto(page: Page, column: string, field: string): Promise<void> {
  const select = page.getByLabel(say("import-goes-into-of", { column }), { exact: true });
  await expect(select.locator("option:checked")).toHaveText(field);
}

async function bringIn(page: Page, rows: number): Promise<void> {
  await page.getByRole("button", { name: say("import-check") }).click();
  await page.getByRole("button", { name: `Import ${rows} rows` }).click();
  await expect(page.getByRole("link", { name: say("import-look") })).toBeVisible({ timeout: 15_000 });
}

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/imports/new");
});

test("a workbook is dropped, its columns find their fields, and its leads are there", async ({ page, house }) => {
  await drop(page, "excel_workbook.xlsx");
  await page.waitForURL(/\/imports\/\d+$/);
  const preview = page.getByRole("region", { name: say("import-preview") });
  await expect(preview).toContainText("Elżbieta Wójcik");
  await expect(preview).toContainText("2024-03-14");
  await expect(page.getByLabel(say("import-encoding"), { exact: true })).toHaveCount(0);
  await goesInto(page, "E-mail", "E-mail");
  await goesInto(page, "Job title", "Position");
  await accessible(page, "the choices of a workbook");

  const sheet = page.getByLabel(say("import-sheet"), { exact: true });
  await sheet.selectOption({ label: "Firms & cities" });
  await expect(preview).toContainText("Firm");
  await expect(preview).not.toContainText("Elżbieta");
  await sheet.selectOption({ label: "Leads" });
  await expect(preview).toContainText("Elżbieta Wójcik");
  await expect(page.getByLabel(saying("import-skip")).first()).toHaveValue("1");

  await bringIn(page, 12);
  const leads = await house.rest("marta").get<{ items: { name: string; postcode: string | null; phone: string | null }[] }>("/leads?q=Wójcik");
  expect(leads.items).toHaveLength(1);
});

test("contact cards are dropped and become leads", async ({ page, house }) => {
  await drop(page, "apple_contacts.vcf");
  await page.waitForURL(/\/imports\/\d+$/);
  await expect(page.getByText(say("import-step-reading-cards"))).toBeVisible();
  await expect(page.getByRole("region", { name: say("import-preview") })).toContainText("Officine Brambilla");
  await expect(page.getByLabel(say("import-delimiter"), { exact: true })).toHaveCount(0);
  await goesInto(page, "Full name", "Name");
  await goesInto(page, "Company", "Company");
  await accessible(page, "the choices of contact cards");
  await bringIn(page, 12);
  const leads = await house.rest("marta").get<{ items: { email: string }[] }>("/leads?q=Brambilla");
  expect(leads.items.map((lead) => lead.email)).toEqual(["anna@brambilla.example"]);
});

test("what cannot be read is told with what to do about it", async ({ page, quiet }) => {
  quiet.allow(/422 \(/);
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2_000)]);
  const half = readFileSync(join(layouts, "excel_workbook.xlsx")).subarray(0, 2_000);
  for (const [name, content, problem] of [
    ["old.xls", old, "import-problem-workbook"],
    ["half.xlsx", half, "import-problem-damaged"],
    ["page.xls", Buffer.from("<html><table></table></html>"), "import-problem-markup"],
  ] as const) {
    await drop(page, name, content);
    await expect(page.getByText(say(problem)).first()).toBeVisible();
  }
});
