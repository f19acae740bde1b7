import { type Locator, type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test, type Rest } from "../../fixtures";
import { accessible, visit } from "../../helpers";
import { opened, Receiver } from "../../receiver";
import { say, saying } from "../../words";

/** The line of the newest delivery in the log. */
function newest(page: Page): Locator {
  return page.getByRole("row").filter({ hasText: "customer." }).first();
}

/** Looks at the log again and again until its newest line says this. */
async function says(page: Page, ...texts: string[]): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: say("webhook-log-refresh") }).click();
    for (const text of texts) await expect(newest(page)).toContainText(text, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

async function customer(rest: Rest, name: string): Promise<number> {
  return (await rest.send<{ id: number }>("POST", "/customers", { name, segment_id: 1, status_id: 1, channel_id: 1 })).id;
}

async function made(rest: Rest, url: string): Promise<{ id: number; secret: string }> {
  return rest.send("POST", "/webhooks", { url, kinds: ["customer.*"] });
}

test("a webhook is added, told of a customer with a good signature, and what fails is sent again", async ({ page, house, quiet }) => {
  quiet.allow(/422 \(Unprocessable/);
  const [receiver, rest] = [await Receiver.start(), house.rest("marta")];
  await visit(page, house, "marta", "/settings/webhooks");
  await page.getByRole("button", { name: say("webhook-add") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: say("webhook-url") }).fill("http://169.254.169.254/latest/meta-data");
  await dialog.getByRole("radio", { name: say("webhook-kinds-some") }).check();
  await dialog.getByRole("checkbox", { name: say("webhook-group-customer") }).check();
  await accessible(page, "a webhook is set up");
  await dialog.getByRole("button", { name: say("webhook-save") }).click();
  await expect(dialog).toContainText(say("webhook-url-denied"));
  await dialog.getByRole("textbox", { name: say("webhook-url") }).fill(receiver.url());
  await dialog.getByRole("button", { name: say("webhook-save") }).click();
  const secret = (await page.locator(".token-secret__text").textContent()) ?? "";
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);

  const first = await customer(rest, "Analytical Engines");
  const told = opened((await receiver.until(1))[0], secret);
  expect(told.type).toBe("customer.created");
  expect(told.data.record).toEqual({ kind: "customer", id: first });
  const { secret: foreign } = await rest.send<{ secret: string }>("POST", "/webhooks", { url: receiver.url(), is_paused: true });
  expect(() => opened(receiver.messages[0], foreign)).toThrow();
  expect(() => opened({ ...receiver.messages[0]!, text: receiver.messages[0]!.text.replace("customer", "lead") }, secret)).toThrow();

  // What is refused comes again by itself, under the same number.
  await page.getByRole("link", { name: receiver.url() }).first().click();
  receiver.answers(500);
  await customer(rest, "Difference Engines");
  await receiver.until(2);
  await says(page, say("webhook-delivery-waiting"), say("webhook-problem-refused"), "said 500");
  await accessible(page, "a webhook with its log");
  const [, refused, again] = await receiver.until(3);
  expect(again?.id).toBe(refused?.id);
  expect(opened(again, secret)).toEqual(opened(refused, secret));
  await says(page, say("webhook-delivery-delivered"), "said 200");

  // Somebody who cannot wait sends it at once.
  receiver.answers(500);
  await customer(rest, "Jacquard Looms");
  const failed = (await receiver.until(4))[3];
  await says(page, say("webhook-delivery-waiting"));
  await newest(page).getByRole("button", { name: saying("webhook-log-again-of", { kind: "customer.created" }) }).click();
  await expect(toast(page, say("webhook-resent"))).toBeVisible();
  expect((await receiver.until(5))[4]?.id).toBe(failed?.id);
  await says(page, say("webhook-delivery-delivered"));
  await receiver.stop();
});

test("an address that is gone is switched off with a notice, and gets what it missed when it is on again", async ({ page, house }) => {
  const [receiver, rest] = [await Receiver.start(), house.rest("marta")];
  const hook = await made(rest, receiver.url());
  receiver.answers(410);
  await customer(rest, "Analytical Engines");
  const gone = (await receiver.until(1))[0];
  await expect.poll(async () => (await rest.get<{ state: string }>(`/webhooks/${hook.id}`)).state).toBe("off");
  await visit(page, house, "marta", `/settings/webhooks?webhook=${hook.id}`);
  await expect(page.getByText(say("webhook-off-gone")).first()).toBeVisible();
  await page.locator(".bell").getByRole("button").first().click();
  await expect(page.getByText(saying("webhook-off-told", { reason: say("webhook-off-gone") })).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: say("webhook-resume") }).click();
  await expect(page.getByRole("button", { name: say("webhook-pause") })).toBeVisible();
  await page.getByRole("button", { name: say("webhook-failed-again") }).click();
  const again = (await receiver.until(2))[1];
  expect(again?.id).toBe(gone?.id);
  expect(opened(again, hook.secret).type).toBe("customer.created");
  await receiver.stop();
});

test("a server that dies while it tells loses nothing, and what comes twice has the same number", async ({ house }) => {
  const [receiver, rest] = [await Receiver.start(), house.rest("marta")];
  const hook = await made(rest, receiver.url());
  const letGo = receiver.hold();
  const ids = [await customer(rest, "Analytical Engines")];
  await receiver.until(1);
  ids.push(await customer(rest, "Difference Engines"));
  await house.crash();
  letGo();
  const messages = await receiver.until(3);
  const told = messages.map((message) => opened(message, hook.secret).data.record.id);
  expect(told).toEqual([ids[0], ids[0], ids[1]]);
  expect(messages[1]?.id).toBe(messages[0]?.id);
  expect(messages[2]?.id).not.toBe(messages[0]?.id);
  await receiver.stop();
});

test("without a word of the operator nothing is sent into the house", async ({ house }) => {
  const [receiver, rest] = [await Receiver.start(), house.rest("marta")];
  const hook = await made(rest, receiver.url());
  await house.stop();
  house.allowed = "";
  await house.start();
  const strict = house.rest("marta");
  for (const host of ["127.0.0.1", "2130706433", "[::1]", "10.0.0.1", "169.254.169.254"]) {
    await expect(strict.send("POST", "/webhooks", { url: receiver.url(host) }), host).rejects.toThrow(/ 422 /);
  }
  const named = await made(strict, receiver.url("localhost"));
  for (const { id } of [hook, named]) {
    await strict.send("POST", `/webhooks/${id}/test`, {});
    type Log = { items: { problem: string | null }[] };
    const problem = async (): Promise<unknown> => (await strict.get<Log>(`/webhooks/${id}/deliveries`)).items[0]?.problem;
    await expect.poll(problem, { timeout: 20_000 }).toBe("denied");
  }
  expect(receiver.messages).toEqual([]);
  await receiver.stop();
});
