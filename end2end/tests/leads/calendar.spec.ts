import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, hydrated, open, speak, visit } from "../../helpers";
import { say, saying } from "../../words";

/** A day as addresses and fields have it. */
const iso = (day: Date): string => day.toISOString().slice(0, 10);

test("leads stand on the days of a date, by the month, under the same filter", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads?f=owner_id.me");
  await page.getByRole("link", { name: say("month-title"), exact: true }).click();
  await expect(page).toHaveURL(/\/leads\/calendar\?.*owner_id\.me/);
  await expect(page.getByRole("heading", { level: 1, name: say("month-title") })).toBeAttached();
  const lead = page.getByRole("table").getByRole("link", { name: /Katharina Schäfer/ });
  await expect(lead).toBeVisible();
  await accessible(page, "a month of leads");
  await page.getByRole("navigation", { name: say("month-months") }).getByRole("link").first().click();
  await expect(page).toHaveURL(/month=\d{4}-\d\d/);
  await expect(page.getByRole("table").getByRole("link", { name: /Katharina Schäfer/ })).toHaveCount(0);
  await page.getByRole("navigation", { name: say("month-months") }).getByRole("link", { name: say("month-today") }).click();
  await expect(lead).toBeVisible();
  await page.getByRole("button", { name: saying("fields-filter-button") }).first().focus();
  await lead.click();
  await expect(page.getByRole("heading", { level: 1, name: "Katharina Schäfer" })).toBeVisible();
});

test("a date of one's own tells the day, what others change is seen, and the choice is saved as a view", async ({ page, house }) => {
  const rest = house.rest("marta");
  const field = await rest.send<{ id: number }>("POST", "/lead-fields", { name: "Installation", kind: "day", is_indexed: true });
  const { items } = await rest.get<{ items: { id: number; name: string; version: number }[] }>("/leads?sort=name&limit=1");
  const [one] = items;
  await visit(page, house, "marta", "/leads/calendar");
  await page.getByLabel(say("month-by"), { exact: true }).selectOption({ label: "Installation" });
  await expect(page).toHaveURL(new RegExp(`by=c${field.id}`));
  await expect(page.getByText(say("month-empty"))).toBeVisible();
  const today = iso(new Date());
  await rest.send("PATCH", `/leads/${one?.id}`, { version: one?.version, [`c${field.id}`]: today });
  const cell = page.locator(`td:has(time[datetime="${today}"])`);
  await expect(cell.getByRole("link", { name: one?.name ?? "" })).toBeVisible();
  await page.getByRole("button", { name: say("views-save-as"), exact: true }).first().click();
  await page.keyboard.type("Installations");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/leads\/calendar\?view=\d+$/);
  await page.reload();
  await hydrated(page);
  await expect(cell.getByRole("link", { name: one?.name ?? "" })).toBeVisible();
  await open(page, "/leads");
  await page.getByRole("link", { name: "Installations" }).click();
  await expect(page).toHaveURL(/\/leads\/calendar\?view=\d+$/);
});

test("a lead is dragged to another day, and taken back", async ({ page, house }) => {
  const rest = house.rest("marta");
  const field = await rest.send<{ id: number }>("POST", "/lead-fields", { name: "Visit", kind: "day", is_indexed: true });
  const { items } = await rest.get<{ items: { id: number; name: string; version: number }[] }>("/leads?sort=name&limit=1");
  const [one] = items;
  const month = iso(new Date()).slice(0, 7);
  await rest.send("PATCH", `/leads/${one?.id}`, { version: one?.version, [`c${field.id}`]: `${month}-10` });
  await visit(page, house, "marta", `/leads/calendar?by=c${field.id}`);
  const on = (day: number) => page.locator(`td:has(time[datetime="${month}-${day}"])`);
  const link = (day: number) => on(day).getByRole("link", { name: one?.name ?? "" });
  await link(10).dragTo(on(17));
  await expect(link(17)).toBeVisible();
  await expect(link(10)).toHaveCount(0);
  const said = toast(page, saying("month-moved", { name: one?.name ?? "" }));
  await said.getByRole("button", { name: say("board-undo") }).click();
  await expect(link(10)).toBeVisible();
  await page.getByLabel(say("month-by"), { exact: true }).selectOption({ label: say("field-created_at") });
  await expect(page).toHaveURL(/created_at/);
});

test("on a phone, in Arabic, the days stand below each other", async ({ page, house }) => {
  await speak(page, house, "ar");
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, house, "marta", "/leads/calendar");
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await accessible(page, "a month in Arabic, 320 px");
});

test("a filter that cannot be read shows nothing, and a month that is none is this one", async ({ page, house, quiet }) => {
  quiet.allow(/422/);
  await visit(page, house, "marta", "/leads/calendar?month=2026-99");
  await expect(page.getByRole("table").locator("td[data-today]")).toHaveCount(1);
  await open(page, "/leads/calendar?f=c99.is.tile");
  await expect(page.getByText(say("filter-unread"))).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
});
