import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { another, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

/** The page of a lead of the demo company. */
async function openLead(page: Page, house: House, name = "Grace Murphy"): Promise<void> {
  await visit(page, house, "marta", "/leads");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a profile is edited where it stands, and the history says what changed", async ({ page, house }) => {
  await openLead(page, house);
  await page.getByRole("button", { name: say("lead-edit"), exact: true }).click();
  await page.getByLabel(say("field-position"), { exact: true }).fill("Head brewer");
  await page.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(toast(page, say("lead-saved"))).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeVisible();
  await expect(page.getByRole("tabpanel").getByText("Head brewer")).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeVisible();
});

test("two people edit the same lead: the second sees both values and chooses", async ({ page, house, browser, quiet }) => {
  quiet.allow(/409 \(Conflict\)/);
  await openLead(page, house);
  const other = await another(browser, house, quiet, "yusuf", new URL(page.url()).pathname);
  for (const both of [page, other]) await both.getByRole("button", { name: say("lead-edit"), exact: true }).click();
  await page.getByLabel(say("field-position"), { exact: true }).fill("Owner");
  await page.getByLabel(say("field-city"), { exact: true }).fill("Galway");
  await other.getByLabel(say("field-position"), { exact: true }).fill("Head brewer");
  await other.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(toast(other, say("lead-saved"))).toBeVisible();
  await expect(page.getByText(saying("lead-changed-by", { name: "Yusuf Haddad" }))).toBeVisible();
  await page.getByRole("button", { name: say("lead-save"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("conflict-title") });
  await expect(dialog.getByRole("radio", { name: "Owner" })).toBeChecked();
  await expect(dialog.getByText(/^Yusuf Haddad, /)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel(say("field-position"), { exact: true })).toHaveValue("Owner");
  await page.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await dialog.getByRole("radio", { name: "Head brewer" }).check();
  await dialog.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Galway" })).toBeVisible();
});

test("two people change different fields of a lead, and both win", async ({ page, house, browser, quiet }) => {
  await openLead(page, house);
  const other = await another(browser, house, quiet, "yusuf", new URL(page.url()).pathname);
  for (const both of [page, other]) await both.getByRole("button", { name: say("lead-edit"), exact: true }).click();
  await page.getByLabel(say("field-city"), { exact: true }).fill("Galway");
  await other.getByLabel(say("field-position"), { exact: true }).fill("Head brewer");
  for (const one of [other, page]) {
    await one.getByRole("button", { name: say("lead-save"), exact: true }).click();
    await expect(toast(one, say("lead-saved"))).toBeVisible();
  }
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Galway" })).toBeVisible();
});

test("who gives way to what somebody else saved sees it", async ({ page, house, quiet }) => {
  quiet.allow(/409 \(Conflict\)/);
  await openLead(page, house);
  await page.getByRole("button", { name: say("lead-edit"), exact: true }).click();
  await page.getByLabel(say("field-position"), { exact: true }).fill("Owner");
  const rest = house.rest("yusuf");
  const path = `/leads/${new URL(page.url()).pathname.split("/").pop()}`;
  const { version } = await rest.get<{ version: number }>(path);
  await rest.send("PATCH", path, { version, position: "Head brewer" });
  await page.getByRole("button", { name: say("lead-save"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("conflict-title") });
  await dialog.getByRole("radio", { name: "Head brewer" }).check();
  await dialog.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeVisible();
});

test("text that was not saved is not lost by a link", async ({ page, house }) => {
  await openLead(page, house);
  const note = page.getByLabel(say("note-new"), { exact: true });
  await note.fill("Call again on Monday");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: say("shell-customers") }).click();
  const dialog = page.getByRole("dialog", { name: say("record-leave-title") }).first();
  await dialog.getByRole("button", { name: say("record-leave-stay") }).first().click();
  await expect(note).toHaveValue("Call again on Monday");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: say("shell-customers") }).click();
  await page.getByRole("button", { name: say("record-leave-leave"), exact: true }).click();
  await expect(page).toHaveURL(/\/customers$/);
});

test("text that was not saved is not lost by the browser's back button", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
  await page.getByRole("link", { name: "Katharina Schäfer" }).click();
  const note = page.getByLabel(say("note-new"), { exact: true });
  await note.fill("Call again on Monday");
  const here = page.url();
  await page.goBack();
  const dialog = page.getByRole("dialog", { name: say("record-leave-title") }).first();
  await dialog.getByRole("button", { name: say("record-leave-stay") }).first().click();
  await expect(note).toHaveValue("Call again on Monday");
  expect(page.url()).toBe(here);
  await page.goBack();
  await page.getByRole("button", { name: say("record-leave-leave"), exact: true }).click();
  await expect(page).toHaveURL(/\/leads$/);
  await expect(page.getByRole("table", { name: say("list-title") })).toBeVisible();
});

test("a note of two megabytes is refused, and its text is kept", async ({ page, house, quiet }) => {
  test.slow();
  quiet.allow(/4\d\d \(/);
  await openLead(page, house);
  const note = page.getByLabel(say("note-new"), { exact: true });
  const long = `${"Panel ".repeat(10)}\n`.repeat(35_000);
  await note.evaluate((area: HTMLTextAreaElement, text) => {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, long);
  await page.getByRole("button", { name: say("note-add") }).click();
  await expect(page.getByText(saying("note-too-long")).first()).toBeVisible();
  expect((await note.inputValue()).length).toBe(long.length);
  await note.fill("Short enough");
  await page.getByRole("button", { name: say("note-add") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Short enough" })).toBeVisible();
});

test("a lead is deleted, and taken back", async ({ page, house }) => {
  await openLead(page, house);
  await page.getByRole("button", { name: say("lead-more") }).click();
  await page.getByRole("menuitem", { name: say("lead-delete") }).click();
  await expect(page.getByText(say("lead-in-bin"))).toBeVisible();
  await toast(page, saying("lead-deleted-toast")).getByRole("button", { name: say("board-undo") }).click();
  await expect(page.getByText(say("lead-in-bin"))).toBeHidden();
});

test("a reminder is set and ticked off", async ({ page, house }) => {
  await openLead(page, house);
  await page.getByRole("tab", { name: say("lead-tab-reminders") }).click();
  const panel = page.getByRole("region", { name: say("reminder-title") });
  await panel.getByText(say("reminder-new"), { exact: true }).click();
  await panel.getByLabel(say("reminder-text")).fill("Send the offer");
  await panel.getByLabel(say("reminder-due")).fill("2031-03-03T09:30");
  await panel.getByRole("button", { name: say("reminder-add") }).click();
  const line = panel.getByRole("listitem").filter({ hasText: "Send the offer" });
  await expect(line).toContainText("3 Mar 2031, 09:30");
  // What is ticked off is gone at once: nothing is left to be looked at again.
  await panel.getByRole("checkbox", { name: say("reminder-done", { text: "Send the offer" }) }).click();
  await expect(panel.getByText("One done")).toBeVisible();
});
