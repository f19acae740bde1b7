import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type APIRequestContext, request } from "@playwright/test";

import { card, names } from "../../board";
import { expect, House, test } from "../../fixtures";
import { visit } from "../../helpers";
import { mistakes } from "../../html";
import { say } from "../../words";

/** Pages that are the same route and still other HTML. */
const further = ["/leads/board?group=owner", "/leads?q=a", "/leads/58?tab=files", "/no-such-page"];

/** A record for each page that shows one. */
const records: Record<string, string> = {
  "/customers/{id}": "/customers/1",
  "/exports/{id}": "/exports/1",
  "/imports/{id}": "/imports/1",
  "/leads/board/{id}": "/leads/board/58",
  "/leads/merge": "/leads/merge?one=58&other=57",
  "/leads/{id}": "/leads/58",
  "/runs/{id}": "/runs/1",
};

type Route = { path: string; access: "everybody" | "session"; kind: string };

/** Every page of the program, by its own account: one that is added is looked at without a line here. */
function pages(house: House): Route[] {
  const routes = JSON.parse(house.command("routes", "--json")) as Route[];
  return routes.filter(({ kind }) => kind === "page").map((route) => ({ ...route, path: records[route.path] ?? route.path }));
}

async function visitor(house: House, cookies: House["sessions"]["marta"], language: string): Promise<APIRequestContext> {
  const context = await request.newContext({
    baseURL: house.url,
    storageState: { cookies, origins: [] },
    extraHTTPHeaders: { origin: house.url },
  });
  await context.post("/language", { form: { language }, maxRedirects: 0 });
  return context;
}

/** What is wrong with the page as the server writes it, before any program of ours has touched it. */
async function faults(who: APIRequestContext, path: string): Promise<string[]> {
  const answer = await who.get(path, { headers: { accept: "text/html" } });
  expect(answer.headers()["content-type"], path).toContain("text/html");
  expect(answer.status(), path).toBe(path === "/no-such-page" ? 404 : 200);
  return mistakes(await answer.text(), path);
}

for (const language of ["en", "ar"]) {
  test(`every page is HTML without a mistake, in ${language}`, async ({ house }) => {
    house.importLeads("Name,Email\nAda,ada@example.com\nNobody,not an address\n");
    const [stranger, marta] = [await visitor(house, [], language), await visitor(house, house.sessions.marta, language)];
    await house.rest("marta").send("POST", "/runs", { kind: "lead", ids: [58], action: { add_tags: ["fair"] } });
    const wish = { kind: "leads", address: "", ids: [58], columns: [] };
    expect((await marta.post("/api/start_export", { data: { wish } })).status()).toBe(200);
    for (const { path, access } of pages(house)) {
      const who = access === "everybody" ? stranger : marta;
      expect.soft(await faults(who, path), path).toEqual([]);
    }
    for (const path of further) expect.soft(await faults(marta, path), path).toEqual([]);
    await stranger.dispose();
    await marta.dispose();
  });
}

test("the page of a house that nobody has set up is HTML without a mistake", async () => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-empty-"));
  const house = new House(folder, false);
  await house.start();
  const stranger = await visitor(house, [], "en");
  expect(await faults(stranger, "/set-up")).toEqual([]);
  await stranger.dispose();
  await house.stop("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("what opens on a page is HTML without a mistake, too", async ({ page, house }) => {
  const holds = async (where: string) => expect.soft(await mistakes(await page.content(), where), where).toEqual([]);
  await visit(page, house, "marta", "/leads/board");
  await holds("the board");
  const [first = ""] = await names(page, "New");
  await card(page, first).hover();
  await card(page, first).getByRole("button").first().click();
  await expect(page.getByRole("menu")).toBeVisible();
  await holds("a card's menu");
  await page.getByRole("menuitem").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await holds("the dialog for a move");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: say("shell-search") })).toBeVisible();
  await holds("the palette");
  await visit(page, house, "marta", "/leads/58");
  await holds("a lead");
});
