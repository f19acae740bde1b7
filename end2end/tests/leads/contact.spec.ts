import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, type Rest, test } from "../../fixtures";
import { accessible, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

type Lead = { id: number; last_contact_at: number | null };

/** A lead with which nobody got in touch, and its page. */
async function fresh(page: Page, house: House): Promise<{ rest: Rest; path: string }> {
  const rest = house.rest("marta");
  const { id, last_contact_at } = await rest.send<Lead>("POST", "/leads", { name: "Nora Quinn" });
  expect(last_contact_at).toBeNull();
  await visit(page, house, "marta", `/leads/${id}`);
  return { rest, path: `/leads/${id}` };
}

/** When somebody got in touch last, as programs see it. */
async function contact(rest: Rest, path: string): Promise<number | null> {
  return (await rest.get<Lead>(path)).last_contact_at;
}

/** What the profile says of it. */
async function says(page: Page, moment: string): Promise<void> {
  await expect(page.getByRole("definition").filter({ hasText: moment })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("definition").filter({ hasText: moment })).toBeVisible();
}

test("who says when they got in touch sets the last contact", async ({ page, house }) => {
  const { rest, path } = await fresh(page, house);
  await page.getByRole("button", { name: say("lead-touched"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("lead-touched") });
  await accessible(page, "the dialog of a contact");
  await dialog.getByLabel(say("lead-touched-when"), { exact: true }).fill("2026-01-05T09:30");
  await dialog.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(toast(page, saying("lead-touched-toast"))).toContainText("5 Jan 2026, 09:30");
  // In Rome, where the house is, it is an hour later than in Greenwich.
  await expect.poll(() => contact(rest, path)).toBe(Date.UTC(2026, 0, 5, 8, 30) * 1_000);
  await says(page, "5 Jan 2026, 09:30");
});

test("a note about a contact sets it too, and never puts it back", async ({ page, house }) => {
  const { rest, path } = await fresh(page, house);
  const write = async (words: string, when: string): Promise<void> => {
    await page.getByLabel(say("note-new"), { exact: true }).fill(words);
    await page.getByRole("switch", { name: say("note-contact") }).check();
    await page.getByLabel(say("note-contacted-at"), { exact: true }).fill(when);
    await page.getByRole("button", { name: say("note-add"), exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: words }).first()).toContainText(saying("note-contacted"));
  };
  await write("Spoke about the roof", "2026-02-03T14:15");
  const later = Date.UTC(2026, 1, 3, 13, 15) * 1_000;
  await expect.poll(() => contact(rest, path)).toBe(later);
  await write("Met at the fair before", "2026-01-20T10:00");
  expect(await contact(rest, path)).toBe(later);
  await says(page, "3 Feb 2026, 14:15");
});
