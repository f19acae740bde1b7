import ICAL from "ical.js";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { say } from "../../words";

test("a calendar program reads one's tasks, until the address is ended", async ({ page, house }) => {
  const title = "مكالمة; a,b\\c " + "long ".repeat(30);
  await house.rest("marta").send("POST", "/tasks", { title: title.trim(), day: "2026-12-24", kind: "call" });
  await visit(page, house, "marta", "/settings/calendar");
  await page.getByRole("button", { name: say("calendar-make") }).click();
  const address = page.locator(".token-secret__text");
  await expect(address).toContainText("/calendar/");
  await accessible(page, "an address was made");
  const path = new URL((await address.textContent()) ?? "").pathname;
  const answer = await fetch(house.url + path);
  expect(answer.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  expect(events.map((event) => event.uid)).toEqual([...new Set(events.map((event) => event.uid))]);
  const mine = events.find((event) => event.summary === title.trim());
  expect(mine?.startDate.toString()).toBe("2026-12-24");
  await page.reload();
  await expect(page.getByRole("button", { name: say("calendar-replace") })).toBeVisible();
  await page.getByRole("button", { name: say("calendar-end") }).click();
  await expect(toast(page, say("calendar-ended"))).toBeVisible();
  expect((await fetch(house.url + path)).status).toBe(404);
});
