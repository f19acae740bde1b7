import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, hydrated, visit } from "../../helpers";
import { say } from "../../words";

/** How the person of this page is told that a lead becomes theirs. */
function choice(page: Page): ReturnType<Page["getByLabel"]> {
  return page.getByLabel(say("notice-assigned"), { exact: true });
}

test("who wants to hear nothing of new leads hears nothing, until they want to again", async ({ page, house }) => {
  const [marta, yusuf] = [house.rest("marta"), house.rest("yusuf")];
  const me = await marta.get<{ id: number }>("/me");
  const leads = await yusuf.get<{ items: { id: number; version: number; owner_id: number | null }[] }>("/leads");
  const give = async (at: number): Promise<void> => {
    const lead = leads.items.filter((lead) => lead.owner_id !== me.id)[at];
    await yusuf.send("PATCH", `/leads/${lead?.id}`, { version: lead?.version, owner_id: me.id });
  };
  await visit(page, house, "marta", "/settings/me");
  await expect(choice(page)).toHaveValue("mail");
  await choice(page).selectOption("none");
  await expect(toast(page, say("notice-saved"))).toBeVisible();
  await accessible(page, "a channel is chosen");
  await page.reload();
  await hydrated(page);
  await expect(choice(page)).toHaveValue("none");
  const unread = async (): Promise<number> => {
    const count = page.locator(".bell__count");
    return (await count.count()) === 0 ? 0 : Number(await count.textContent());
  };
  const before = await unread();
  await give(0);
  await choice(page).selectOption("app");
  await expect(toast(page, say("notice-saved"))).toBeVisible();
  await give(1);
  await expect.poll(unread).toBe(before + 1);
});
