import { begins, beside, bottom, card, column, drag, link, names, toast } from "../../board";
import { expect, test } from "../../fixtures";
import { another, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

// As Excel writes it on an Italian Windows: semicolons, and letters in Windows-1252.
const file = [
  "Nome;Azienda;E-mail;Valore;Assegnato a",
  "José Peña;Café Ñandú;jose@nandu.example;12.500,50;yusuf@foyer.example",
  "Zoë Müller;Müller & Söhne;zoe@mueller.example;8.000;yusuf@foyer.example",
  "Élodie Brûlé;;elodie@brule.example;950,00;yusuf@foyer.example",
].join("\r\n");

/** One pixel, red. */
const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

test("from a file of leads to a customer", async ({ page, house, quiet, browser }) => {
  test.setTimeout(90_000);
  await visit(page, house, "marta", "/imports/new");

  await test.step("a file comes in as it was meant", async () => {
    const csv = { name: "fiera.csv", mimeType: "text/csv", buffer: Buffer.from(file, "latin1") };
    await page.locator("input[type=file]").setInputFiles(csv);
    await page.waitForURL(/\/imports\/\d+$/);
    await expect(page.getByLabel(say("import-encoding"))).toHaveValue("windows-1252");
    await expect(page.getByText("José Peña").first()).toBeVisible();
    await page.getByRole("button", { name: say("import-check") }).click();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await page.getByRole("link", { name: say("import-look") }).click();
    await page.waitForURL(/\/leads/);
  });

  const other = await another(browser, house, quiet, "yusuf", "/leads/board");
  await visit(page, house, "marta", "/leads/board");

  await test.step("a card lands in the exact slot, and others see it within a second", async () => {
    await bottom(page, "New");
    await expect(card(page, "José Peña")).toContainText("€12,500.50");
    const before = await names(page, "Contacted");
    await drag(page, "José Peña", "Contacted", 2);
    await begins(page, "Contacted", ...before.slice(0, 2), "José Peña", ...before.slice(2, 4));
    await expect(link(column(other, "Contacted"), "José Peña")).toBeVisible({ timeout: 1_000 });
    await page.reload();
    await hydrated(page);
    await begins(page, "Contacted", ...before.slice(0, 2), "José Peña", ...before.slice(2, 4));
  });

  await test.step("a move is taken back", async () => {
    const [from, to] = [await names(page, "Contacted"), await names(page, "Qualified")];
    await drag(page, "José Peña", "Qualified", 0);
    await begins(page, "Qualified", "José Peña");
    await toast(page, saying("board-moved")).getByRole("button", { name: say("board-undo") }).click();
    await begins(page, "Contacted", ...from);
    await begins(page, "Qualified", ...to);
    await expect(link(column(other, "Contacted"), "José Peña")).toBeVisible();
  });

  await test.step("a stage asks for what it requires; giving up puts the card back", async () => {
    const before = await names(page, "Contacted");
    await drag(page, "José Peña", "Lost", 0);
    const dialog = page.getByRole("dialog", { name: saying("rule-title") });
    await expect(dialog.getByLabel(say("field-lost_reason_id"))).toBeVisible();
    await dialog.getByRole("button", { name: say("lead-cancel") }).click();
    await begins(page, "Contacted", ...before);
  });

  await test.step("a refused move returns to its exact place and says why", async () => {
    const before = await names(page, "Contacted");
    quiet.allow(/503 \(Service Unavailable\)/);
    const refusal = JSON.stringify("Unavailable");
    await page.route("**/api/move_lead*", (route) => route.fulfill({ status: 503, contentType: "application/json", body: refusal }));
    await drag(page, "José Peña", "Qualified", 1);
    await expect(toast(page, say("error-unavailable"))).toBeVisible();
    await begins(page, "Contacted", ...before);
    await page.unroute("**/api/move_lead*");
  });

  await test.step("beside the board a note is written and a picture stored", async () => {
    await link(page, "José Peña").click();
    const lead = beside(page, "José Peña");
    const note = "He wants 40 panels on the roof of the café.";
    await lead.getByLabel(say("note-new")).fill(note);
    quiet.allow(/429 \(Too Many Requests\)/);
    const refusal = { status: 429, contentType: "application/json", headers: { "retry-after": "7" }, body: JSON.stringify({ TooMany: 7 }) };
    await page.route("**/api/add_note*", (route) => route.fulfill(refusal));
    await lead.getByRole("button", { name: say("note-add") }).click();
    await expect(toast(page, /Wait.*7.*seconds/)).toBeVisible();
    await expect(lead.getByLabel(say("note-new"))).toHaveValue(note);
    await page.unroute("**/api/add_note*");
    await lead.getByRole("button", { name: say("note-add") }).click();
    await expect(lead.getByRole("listitem").filter({ hasText: "40 panels" })).toBeVisible();
    await lead.getByRole("tab", { name: say("lead-tab-files") }).click();
    const red = { name: "roof.png", mimeType: "image/png", buffer: Buffer.from(picture, "base64") };
    await lead.locator("input[type=file]").setInputFiles(red);
    await expect(lead.getByRole("link", { name: say("file-download", { name: "roof.png" }) })).toBeVisible();
    const shown = lead.getByRole("listitem").filter({ hasText: "roof.png" }).locator("img");
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    const look = lead.getByRole("link", { name: say("file-show", { name: "roof.png" }) });
    await look.press("Enter");
    const large = page.getByRole("dialog", { name: "roof.png" });
    await expect.poll(() => large.getByRole("img", { name: "roof.png" }).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    await expect(large.getByRole("link", { name: say("file-save") })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(large).toBeHidden();
    await expect(look).toBeFocused();
  });

  await test.step("the lead becomes a customer, and its history comes along", async () => {
    const lead = beside(page, "José Peña");
    await lead.getByRole("button", { name: say("lead-convert"), exact: true }).click();
    const form = page.getByRole("dialog", { name: say("convert-title") });
    await expect(form.getByLabel(say("convert-first-name"))).toHaveValue("José");
    await expect(form.getByLabel(say("convert-customer-name"))).toHaveValue("Café Ñandú");
    await form.getByRole("button", { name: say("convert-go") }).click();
    await expect(link(column(other, "Customer"), "José Peña")).toBeVisible();
    await visit(page, house, "marta", "/customers");
    await page.getByRole("link", { name: "Café Ñandú" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Café Ñandú" })).toBeVisible();
    await expect(page.getByText("40 panels on the roof")).toBeVisible();
    await expect(page.getByText(say("timeline-seam-lead"))).toBeVisible();
    await expect(page.getByRole("link", { name: say("file-download", { name: "roof.png" }) }).first()).toBeVisible();
    await expect(page.getByText("José Peña").first()).toBeVisible();
  });
});
