import { type Locator, type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { accessible, another, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

/** The task of this title in a part of the page. */
function task(within: Page | Locator, title: string): Locator {
  return within.getByRole("listitem").filter({ hasText: title });
}

function part(page: Page, key: string): Locator {
  return page.getByRole("region", { name: say(key) });
}

async function tick(within: Locator, title: string): Promise<void> {
  await within.getByRole("checkbox", { name: say("task-tick", { title }) }).check();
}

/** The panel of tasks on the page of a lead of the demo company. */
async function openTasks(page: Page, house: House, name = "Grace Murphy"): Promise<Locator> {
  await visit(page, house, "marta", "/leads");
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("tab", { name: say("lead-tab-tasks") }).click();
  return page.getByRole("region", { name: say("task-title") });
}

/** A day of the calendar, so many days from now, on the organisation's clock. */
function inDays(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(Date.now() + days * 86_400_000);
}

test("a task that repeats goes from a lead to one's day, is ticked off, and the next one appears", async ({ page, house }) => {
  const panel = await openTasks(page, house);
  await panel.getByRole("button", { name: say("task-new-more") }).click();
  const dialog = page.getByRole("dialog", { name: say("task-new") });
  await dialog.getByLabel(say("field-task_title")).fill("Check the meter");
  await dialog.getByLabel(say("field-task_kind")).selectOption(say("task-kind-call"));
  await dialog.getByLabel(say("field-task_day")).fill(inDays(-3));
  await dialog.getByLabel(say("field-task_repeat"), { exact: true }).selectOption(say("task-unit-days"));
  await dialog.getByLabel(say("task-every"), { exact: true }).fill("7");
  await accessible(page, "the form of a task");
  await dialog.getByRole("button", { name: say("record-save") }).click();
  await expect(toast(page, say("task-saved"))).toBeVisible();
  await expect(task(panel, "Check the meter").getByText(say("task-overdue"))).toBeVisible();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: say("shell-my-day") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("day-title") })).toBeVisible();
  const line = task(part(page, "day-overdue"), "Check the meter");
  await expect(line.getByText(say("task-overdue"))).toBeVisible();
  await expect(line.getByRole("link", { name: "Grace Murphy" })).toBeVisible();
  await tick(line, "Check the meter");
  await expect(toast(page, saying("task-ticked-next", { title: "Check the meter" }))).toBeVisible();
  await expect(line).toBeHidden();
  const next = task(part(page, "day-week"), "Check the meter");
  await expect(next).toBeVisible();
  await expect(next.getByText(say("task-overdue"))).toBeHidden();

  await next.getByRole("link", { name: "Grace Murphy" }).click();
  await page.getByRole("tab", { name: say("lead-tab-tasks") }).click();
  const there = page.getByRole("region", { name: say("task-title") });
  await expect(task(there, "Check the meter").first()).not.toContainText(say("task-overdue"));
  await page.getByRole("tab", { name: say("lead-tab-activity") }).click();
  await expect(page.getByText(saying("event-task-repeated", { title: "Check the meter" })).first()).toBeVisible();
});

test("a line says what and when, and what was ticked off is taken back from the toast", async ({ page, house }) => {
  await visit(page, house, "marta", "/my-day");
  await page.keyboard.press("n");
  const line = page.getByRole("textbox", { name: say("task-new") });
  await expect(line).toBeFocused();
  await page.keyboard.type("Call the electrician tomorrow at 9:15");
  await expect(page.getByText(`${say("task-kind-call")} · ${say("task-tomorrow")}, 09:15`)).toBeVisible();
  await page.keyboard.press("Enter");
  const week = part(page, "day-week");
  await expect(task(week, "Call the electrician")).toContainText(`${say("task-tomorrow")}, 09:15`);
  await expect(line).toHaveValue("");
  const box = task(week, "Call the electrician").getByRole("checkbox");
  await box.focus();
  await page.keyboard.press("Space");
  await expect(task(week, "Call the electrician")).toBeHidden();
  await expect(page.locator("input:focus")).toHaveCount(1);
  const done = toast(page, say("task-ticked", { title: "Call the electrician" }));
  await done.getByRole("button", { name: say("record-undo") }).click();
  await expect(task(week, "Call the electrician")).toBeVisible();
});

test("a task is changed, deleted, and taken back", async ({ page, house }) => {
  const panel = await openTasks(page, house);
  await panel.getByRole("textbox", { name: say("task-new") }).fill("Ask for the roof plan");
  await panel.getByRole("button", { name: say("task-add") }).click();
  const line = task(panel, "Ask for the roof plan");
  await line.getByRole("button", { name: say("task-actions", { title: "Ask for the roof plan" }) }).click();
  await page.getByRole("menuitem", { name: say("task-edit") }).click();
  const dialog = page.getByRole("dialog", { name: say("task-edit-title") });
  await dialog.getByLabel(say("field-task_time")).fill("10:00");
  await dialog.getByRole("button", { name: say("record-save") }).click();
  await expect(dialog.getByText(say("task-time-needs-day"))).toBeVisible();
  await dialog.getByLabel(say("field-task_day")).fill("2031-03-03");
  await dialog.getByRole("button", { name: say("record-save") }).click();
  await expect(line).toContainText("Mon 3 Mar 2031, 10:00");
  await line.getByRole("button", { name: say("task-actions", { title: "Ask for the roof plan" }) }).click();
  await page.getByRole("menuitem", { name: say("task-delete") }).click();
  await expect(line).toBeHidden();
  await toast(page, say("task-deleted", { title: "Ask for the roof plan" })).getByRole("button", { name: say("record-undo") }).click();
  await expect(line).toBeVisible();
});

test("what others do with tasks is seen at once, and a manager looks at a colleague's day", async ({ page, house, browser, quiet }) => {
  await visit(page, house, "marta", "/my-day");
  const yusuf = await another(browser, house, quiet, "yusuf", "/my-day");
  const rest = house.rest("marta");
  const staff = await rest.get<{ items: { id: number; name: string }[] }>("/staff");
  const his = staff.items.find(({ name }) => name === "Yusuf Haddad")?.id;
  await rest.send("POST", "/tasks", { title: "Order the inverters", assignees: [his] });
  await expect(task(part(yusuf, "day-undated"), "Order the inverters")).toBeVisible();
  await expect(yusuf.getByRole("combobox", { name: say("day-whose") })).toBeHidden();
  await page.getByRole("combobox", { name: say("day-whose") }).selectOption("Yusuf Haddad");
  await expect(page).toHaveURL(/whose=/);
  await expect(task(page, "Order the inverters")).toBeVisible();
  await expect(task(page, "Talk through the peak charges")).toBeVisible();
  await expect(task(page, "Update the price list")).toBeHidden();
  await page.getByRole("button", { name: say("day-kind-meeting") }).click();
  await expect(task(page, "Order the inverters")).toBeHidden();
  await page.reload();
  await hydrated(page);
  await expect(task(page, "Contract signing by video")).toBeVisible();
});

test("the way to one's day says how much is overdue", async ({ page, house }) => {
  await visit(page, house, "marta", "/leads");
  const way = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: saying("shell-my-day") });
  // What is due today at some hour is overdue after it: how many there are depends on when this runs.
  await expect(way).toContainText(/(One task|\d+ tasks) overdue/);
  const before = Number.parseInt((await way.locator(".overdue-count [aria-hidden]").first().textContent()) ?? "", 10);
  await house.rest("marta").send("POST", "/tasks", { title: "Long past", day: "2026-01-01" });
  await expect(way).toContainText(`${before + 1} tasks overdue`);
  await way.click();
  await expect(part(page, "day-overdue").getByRole("listitem")).toHaveCount(before + 1);
});
