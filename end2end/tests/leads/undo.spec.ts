import { type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { accessible, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

type Known = { id: number; version: number; position?: string; city?: string };

/** A lead of the demo company, found by its name. */
async function known(house: House, name: string): Promise<Known> {
  const found = await house.rest("marta").get<{ items: (Known & { name: string })[] }>(`/leads?q=${encodeURIComponent(name)}`);
  const lead = found.items.find((lead) => lead.name === name);
  if (!lead) throw new Error(`there is no ${name}`);
  return lead;
}

/** Changes a lead as a program would. */
async function change(house: House, who: "marta" | "yusuf", id: number, fields: object): Promise<void> {
  const rest = house.rest(who);
  const { version } = await rest.get<Known>(`/leads/${id}`);
  await rest.send("PATCH", `/leads/${id}`, { version, ...fields });
}

/** Presses the button that takes an entry of the history back. */
async function takeBack(page: Page, text: string): Promise<void> {
  const entry = page.getByRole("listitem").filter({ hasText: text }).first();
  await entry.hover();
  await entry.getByRole("button", { name: saying("undo-label") }).click();
}

test("a change is taken back from the history", async ({ page, house }) => {
  const lead = await known(house, "Grace Murphy");
  await change(house, "marta", lead.id, { position: "Head brewer" });
  await visit(page, house, "marta", `/leads/${lead.id}`);
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeVisible();
  await takeBack(page, "Head brewer");
  await expect(toast(page, say("undo-done"))).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeHidden();
  await expect(page.getByText(say("undo-undone-mark"), { exact: true })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("definition").filter({ hasText: "Head brewer" })).toBeHidden();
});

test("what a colleague changed later stays, unless it is wished", async ({ page, house }) => {
  const lead = await known(house, "Grace Murphy");
  await change(house, "marta", lead.id, { position: "Head brewer", city: "Galway" });
  await change(house, "yusuf", lead.id, { position: "Owner" });
  await visit(page, house, "marta", `/leads/${lead.id}`);
  await takeBack(page, "Galway");
  const dialog = page.getByRole("dialog", { name: say("undo-title") });
  await expect(dialog.getByText("Yusuf Haddad")).toBeVisible();
  await expect(dialog.getByText("Owner")).toBeVisible();
  await accessible(page, "the dialog of a change that is taken back");
  await dialog.getByRole("button", { name: say("undo-run"), exact: true }).click();
  await expect(toast(page, say("undo-done"))).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Owner" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Galway" })).toBeHidden();
});

test("deleted leads wait in the bin and come back", async ({ page, house }) => {
  for (const name of ["Grace Murphy", "Nathalie Perrin", "Federica Greco"]) {
    const lead = await known(house, name);
    await house.rest("marta").send("DELETE", `/leads/${lead.id}?version=${lead.version}`);
  }
  await visit(page, house, "marta", "/leads");
  await page.getByRole("button", { name: say("lead-more"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("lead-bin") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("lead-bin-title") })).toBeVisible();
  const entries = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: say("bin-restore"), exact: true }) });
  await expect(entries).toHaveCount(3);
  await accessible(page, "the bin");
  await page.getByRole("searchbox", { name: say("bin-search") }).fill("nath");
  await expect(entries).toHaveCount(1);
  await page.getByRole("searchbox", { name: say("bin-search") }).fill("");
  await expect(entries).toHaveCount(3);
  await page.getByRole("checkbox", { name: say("bin-choose", { name: "Grace Murphy" }) }).check();
  await page.getByRole("checkbox", { name: say("bin-choose", { name: "Federica Greco" }) }).check();
  await page.getByRole("button", { name: "Take 2 back" }).click();
  await expect(entries).toHaveCount(1);
  await entries.getByRole("button", { name: say("bin-restore"), exact: true }).click();
  await expect(page.getByText(say("bin-empty"), { exact: true })).toBeVisible();
});
