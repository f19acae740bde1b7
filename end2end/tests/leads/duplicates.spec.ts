import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { accessible, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

type Known = { id: number; version: number; name: string; city?: string };

/** A new lead, made as a program would. */
async function made(house: House, fields: object): Promise<Known> {
  return await house.rest("marta").send<Known>("POST", "/leads", fields);
}

const first = { name: "Ines Duarte", email: "ines@duarte.example" };
const second = { name: "I. Duarte", email: "INES@duarte.example", city: "Porto" };

test("who is there already is told while it is typed", async ({ page, house }) => {
  const lead = await made(house, first);
  await visit(page, house, "marta", "/leads/new");
  await page.getByRole("textbox", { name: say("field-name") }).fill("Ines");
  await page.getByRole("textbox", { name: say("field-email") }).fill("ines@duarte.example");
  await page.getByRole("textbox", { name: say("field-city") }).fill("Porto");
  await expect(page.getByRole("link", { name: "Ines Duarte" })).toHaveAttribute("href", `/leads/${lead.id}`);
  await expect(page.getByText(say("alike-email"))).toBeVisible();
  await page.getByRole("button", { name: say("lead-create"), exact: true }).click();
  await expect(page.getByText(say("duplicates-save-question"))).toBeVisible();
  await accessible(page, "the question whether it is there already");
  await page.getByRole("button", { name: say("duplicates-take", { name: "Ines Duarte" }) }).click();
  await expect(page).toHaveURL(new RegExp(`/leads/${lead.id}$`));
  await expect(page.getByRole("definition").filter({ hasText: "Porto" })).toBeVisible();
});

test("it is saved all the same if one wants", async ({ page, house }) => {
  await made(house, first);
  await visit(page, house, "marta", "/leads/new");
  await page.getByRole("textbox", { name: say("field-name") }).fill("Ines the second");
  await page.getByRole("textbox", { name: say("field-email") }).fill("ines@duarte.example");
  await page.getByRole("button", { name: say("lead-create"), exact: true }).click();
  await page.getByRole("button", { name: say("duplicates-save-anyway") }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ines the second" })).toBeVisible();
});

test("a pair is merged and taken apart", async ({ page, house }) => {
  const [one, other] = [await made(house, first), await made(house, second)];
  await visit(page, house, "marta", "/leads");
  await page.getByRole("button", { name: say("lead-more"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("lead-duplicates") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("duplicates-title") })).toBeVisible();
  await accessible(page, "possible duplicates");
  await page.getByRole("link", { name: say("duplicates-merge-label", { one: first.name, other: second.name }) }).click();
  await page.getByRole("radio", { name: "I. Duarte" }).check();
  await accessible(page, "two leads side by side");
  await page.getByRole("button", { name: say("merge-run"), exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/leads/${one.id}$`));
  await expect(page.getByRole("heading", { level: 1, name: "I. Duarte" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Porto" })).toBeVisible();
  await page.goto(`/leads/${other.id}`);
  await expect(page).toHaveURL(new RegExp(`/leads/${one.id}$`));
  await hydrated(page);
  const entry = page.getByRole("listitem").filter({ hasText: say("event-record-merged", { name: second.name }) }).first();
  await entry.hover();
  await entry.getByRole("button", { name: saying("undo-label") }).click();
  await expect(toast(page, say("undo-done"))).toBeVisible();
  await page.goto(`/leads/${other.id}`);
  await expect(page.getByRole("heading", { level: 1, name: "I. Duarte" })).toBeVisible();
});

test("a pair that is none stays away", async ({ page, house }) => {
  await made(house, first);
  await made(house, second);
  await visit(page, house, "marta", "/leads/duplicates");
  const apart = page.getByRole("button", { name: say("duplicates-apart-label", { one: first.name, other: second.name }) });
  await apart.click();
  await expect(apart).toBeHidden();
  await page.getByRole("button", { name: say("duplicates-undo"), exact: true }).click();
  await expect(apart).toBeVisible();
  await apart.click();
  await expect(apart).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: say("duplicates-title") })).toBeVisible();
  await expect(apart).toBeHidden();
});
