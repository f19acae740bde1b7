import { type Page } from "@playwright/test";

import { expect, type House, password, people, type Rest, test } from "../../fixtures";
import { visit } from "../../helpers";
import { furnish, paths, visitor } from "../../routes";
import { say } from "../../words";

const image = "<img src=x onerror=window.hit=1>";
const short = `">${image}`;
const payload = `${short}<script>window.hit=1</script>`;
const address = "javascript:window.hit=1";
const email = '"><img/src=x/onerror=window.hit=1>@hit.example';

const words = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, payload]));
type Made = { id: number; version: number; name: string; options: { id: number }[] };
type Listed = { items: Made[] };

/** An added field of each kind that holds words or an address, and what a lead has in it. */
async function addFields(rest: Rest): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const kind of ["text", "long_text", "link", "choice", "choices"]) {
    const options = kind.startsWith("choice") ? [{ name: short }] : [];
    const field = { name: `${short} ${kind}`, kind, options, is_listed: true, is_on_card: ["text", "link", "choice"].includes(kind) };
    const made = await rest.send<Made>("POST", "/lead-fields", field);
    const chosen: Record<string, unknown> = { link: address, choice: made.options[0]?.id, choices: made.options.map(({ id }) => id) };
    values[`c${made.id}`] = chosen[kind] ?? payload;
  }
  return values;
}

/** Names everything that has a name, and answers what a new lead refers to. */
async function nameWords(rest: Rest): Promise<{ source: number; reason: number }> {
  for (const list of ["/stages", "/pipelines"]) {
    const { items } = await rest.get<Listed>(list);
    await rest.send("PATCH", `${list}/${items[0]?.id}`, { name: short, version: items[0]?.version });
  }
  const view = await rest.send<Made>("POST", "/views", { record_kind: "lead", name: short });
  await rest.send("POST", `/views/${view.id}/share`, { sharing: "all", version: view.version });
  const source = await rest.send<Made>("POST", "/sources", { name: short });
  const reason = await rest.send<Made>("POST", "/lost-reasons", { name: short });
  return { source: source.id, reason: reason.id };
}

/** Leads that say it in every field: one in play, which all see and on which everything hangs, one lost, one in the bin. */
async function makeLeads(rest: Rest): Promise<[number, number]> {
  const [{ source, reason }, added] = [await nameWords(rest), await addFields(rest)];
  const lines = ["name", "company", "position", "phone", "street", "city", "region", "postcode", "country", "description"];
  const profile = { ...words(...lines), ...added, email, website: address, source_id: source, is_public: true, tags: [short] };
  const make = (): Promise<Made> => rest.send<Made>("POST", "/leads", profile);
  const [lead, lost, gone] = [await make(), await make(), await make()];
  await rest.send("PATCH", `/leads/${lost.id}`, { version: lost.version, outcome: "lost", lost_reason_id: reason });
  await rest.send("DELETE", `/leads/${gone.id}?version=${gone.version}`);
  const { items } = await rest.get<Listed>("/staff");
  const staff = items.filter(({ name }) => /^(Marta|Yusuf|Chlo)/.test(name)).map(({ id }) => id);
  const place = `/leads/${lead.id}`;
  await rest.send("POST", `${place}/notes`, { body: payload, contacted_at: 1_700_000_000_000_000 });
  await rest.send("POST", `${place}/tasks`, { title: payload, note: payload, day: "2026-01-02", assignees: staff });
  for (const staff_id of staff) await rest.send("POST", `${place}/reminders`, { staff_id, text: payload, due_at: 4e15 });
  await rest.send("POST", "/runs", { kind: "lead", ids: [lead.id], action: { add_tags: [`${short} 2`] } });
  return [lead.id, lost.id];
}

async function makeCustomer(rest: Rest): Promise<number> {
  const contact = words("first_name", "last_name", "position");
  // A customer's address of the web is none with another scheme: that is refused.
  const website = 'https://hit.example/"><img/src=x/onerror=window.hit=1>';
  const asked = { segment_id: 1, status_id: 1, channel_id: 1 };
  const profile = { ...words("name", "street", "city", "region", "division", "number"), ...asked, website, contact };
  const { id } = await rest.send<Made>("POST", "/customers", profile);
  await rest.send("POST", `/customers/${id}/notes`, { body: payload });
  await rest.send("POST", `/customers/${id}/tags`, { name: short });
  return id;
}

/** What comes by files and by the browser itself. One import waits for its choices, the other one is over. */
async function bringIn(house: House, rest: Rest, lead: number): Promise<number[]> {
  const [marta, stranger] = [await visitor(house, house.sessions.marta), await visitor(house, [], payload)];
  const send = async (path: string, body: Parameters<typeof marta.post>[1], who = marta): Promise<Made> => {
    const answer = await who.post(path, { ...body, maxRedirects: 0 });
    expect(answer.status(), path).toBeLessThan(400);
    return (answer.headers()["content-type"] ?? "").includes("json") ? ((await answer.json()) as Made) : ({} as Made);
  };
  const file = (kind: string, text: string) => ({ name: `${image}.${kind}`, mimeType: `text/${kind}`, buffer: Buffer.from(text) });
  const cell = `"${payload.replaceAll('"', '""')}"`;
  const csv = file("csv", `Name,E-mail,Website,${cell}\n${cell},${cell},,\n${cell},ada@hit.example,${address},${cell}\n`);
  const form = { multipart: { kind: "leads", file: csv } };
  const [waits, done] = [await send("/imports", form), await send("/imports", form)];
  for (const { id } of [waits, done]) await send("/api/inspect_import", { data: { id } });
  await send("/api/save_import_mapping", { data: { id: waits.id, name: short, is_shared: true } });
  await send("/api/start_import", { data: { id: done.id } });
  await expect.poll(async () => (await rest.get<{ state: string }>(`/imports/${done.id}`)).state).toBe("done");
  await send(`/upload/lead/${lead}`, { multipart: { file: file("txt", payload) } });
  await send("/sign-in", { form: { email: people.marta, password } }, stranger);
  await send("/api/rename_me", { data: { name: short } });
  for (const one of [marta, stranger]) await one.dispose();
  return [waits.id, done.id];
}

/** Nothing of what was typed in has become a part of the page. Answers whether it stands there as text. */
async function harmless(page: Page, where: string): Promise<boolean> {
  const { stands, ...found } = await page.evaluate(() => {
    const names = ["href", "src", "action", "formaction", "data", "srcdoc", "xlink:href"];
    const values = [...document.querySelectorAll("*")].flatMap((one) => names.map((name) => one.getAttribute(name) ?? ""));
    return {
      stands: document.body.innerText.includes("onerror=window.hit=1>"),
      hit: String((window as Window & { hit?: unknown }).hit),
      addresses: values.filter((value) => /^\s*(javascript:|vbscript:|data:(?!image\/))/i.test(value)),
      planted: document.querySelectorAll('img[src="x"], [onerror]').length,
    };
  });
  expect.soft(found, where).toEqual({ hit: "undefined", addresses: [], planted: 0 });
  return stands;
}

/** Looks at what a page shows only when somebody acts. */
async function unfold(page: Page, where: string): Promise<void> {
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await harmless(page, `${where}, ${await tab.textContent()}`);
  }
  const buttons = page.locator("main button[aria-haspopup=menu]:visible");
  for (let at = 0; at < Math.min(await buttons.count(), 4); at += 1) {
    await buttons.nth(at).evaluate((button) => (button as HTMLElement).click());
    await expect(page.locator("[role=menu]:popover-open [role^=menuitem]").first()).toBeVisible();
    await harmless(page, `${where}, menu ${at}`);
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: say("shell-search") }).fill("onerror");
  await expect(page.locator("[role=option]").filter({ hasText: "onerror" }).first()).toBeVisible();
  await harmless(page, `${where}, the palette`);
  await page.keyboard.press("Escape");
}

for (const who of ["marta", "yusuf", "chloe"] as const) {
  test(`what wants to be a program is text, wherever ${who} looks`, async ({ page, house, quiet }) => {
    test.setTimeout(300_000);
    quiet.allow(/status of 40[34]/);
    await furnish(house);
    const rest = house.rest("marta");
    const [[lead, lost], customer] = [await makeLeads(rest), await makeCustomer(rest)];
    const imports = await bringIn(house, rest, lead);
    const main = [`/leads/${lead}`, `/leads/board/${lead}`, "/leads/board", "/leads"];
    const parts = ["", "/profile", "/contacts", "/history"].map((part) => `/customers/${customer}${part}`);
    const further = [...parts, `/leads/merge?one=${lead}&other=${lost}`, ...imports.map((id) => `/imports/${id}`)];
    // Whoever sees less sees it on fewer pages: one person looks at all there are.
    const others = who === "marta" ? paths(house, "session") : [];
    let count = 0;
    for (const path of [...main, ...further, ...others]) {
      await visit(page, house, who, path);
      count += Number(await harmless(page, path));
      if (main.includes(path)) await unfold(page, path);
    }
    expect(count, "pages on which it stands").toBeGreaterThan(who === "marta" ? 15 : 3);
  });
}
