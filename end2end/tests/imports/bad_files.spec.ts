import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page } from "@playwright/test";

import { expect, type House, test } from "../../fixtures";
import { visit } from "../../helpers";
import { say, saying } from "../../words";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

async function upload(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

type Imports = { items: unknown[] };

async function counts(house: House): Promise<{ leads: number; imports: number }> {
  const rest = house.rest("marta");
  const board = await rest.get<{ stages: { count: number }[] }>("/board");
  const imports = await rest.get<Imports>("/imports");
  return { leads: board.stages.reduce((sum, stage) => sum + stage.count, 0), imports: imports.items.length };
}

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/imports/new");
});

test("a quotation mark that is never closed: its line is named, and nothing comes in", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(/);
  const before = await counts(house);
  await upload(page, "broken.csv", 'Name,Company\nAnna,"Open\nBruno,Closed\n');
  await expect(page.getByText(say("import-problem-open-quote", { line: 2 })).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import \d/ })).toHaveCount(0);
  expect((await counts(house)).leads).toBe(before.leads);
});

test("a file of 240 MB is refused before it is sent", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-large-"));
  const path = join(folder, "large.csv");
  const file = openSync(path, "w");
  ftruncateSync(file, 240_000_000);
  closeSync(file);
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByText(say("error-too-large", { megabytes: 200 }))).toBeVisible();
  expect(sent).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("a picture with the name of a table is no table", async ({ page, quiet }) => {
  quiet.allow(/4\d\d \(/);
  await upload(page, "leads.csv", png);
  await expect(page.getByText(say("import-problem-no-text")).first()).toBeVisible();
});

test("an upload that breaks off leaves nothing", async ({ page, house, quiet }) => {
  quiet.allow(/ERR_/);
  const before = await counts(house);
  await page.route("**/imports", (route) => (route.request().method() === "POST" ? route.abort("connectionreset") : route.continue()));
  await upload(page, "half.csv", "Name\nAnna\n");
  await expect(page.getByText(say("error-unreachable")).first()).toBeVisible();
  expect(await counts(house)).toEqual(before);
  await page.unroute("**/imports");
  await upload(page, "half.csv", "Name\nAnna\n");
  await page.waitForURL(/\/imports\/\d+$/);
});

test("an unknown stage is listed; refused rows come back as a file; the import is undone", async ({ page, house }) => {
  const before = await counts(house);
  await upload(page, "mixed.csv", "Name,Stage,E-mail\nAnna,Nowhere,anna@a.example\nBruno,New,not an address\n=Carla,New,carla@c.example\n,New,d@d.example\n");
  await page.waitForURL(/\/imports\/\d+$/);
  const unknown = page.getByLabel(say("import-word-outcome-of", { word: "Nowhere" }));
  await unknown.selectOption({ label: say("import-word-use", { name: "Contacted" }) });
  await page.getByRole("button", { name: say("import-check") }).click();
  await expect(page.getByText(saying("import-refuse-email", { cell: "not an address" })).first()).toBeVisible();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  const refused = page.getByRole("link", { name: say("import-download") });
  await expect(refused).toBeVisible({ timeout: 15_000 });
  const after = await counts(house);
  expect(after.leads).toBe(before.leads + 2);
  const [download] = await Promise.all([page.waitForEvent("download"), refused.click()]);
  const rows = await readFile(await download.path(), "utf8");
  expect(rows).toContain("Bruno");
  expect(rows).toContain("not an address");
  expect(rows).not.toContain("Anna");
  await page.getByRole("button", { name: say("import-undo"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("import-undo-title") });
  await dialog.getByRole("button", { name: say("import-undo"), exact: true }).click();
  await expect(page.getByText(say("import-state-undone"), { exact: true }).first()).toBeVisible();
  expect((await counts(house)).leads).toBe(before.leads);
});
