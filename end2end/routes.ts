import { type APIRequestContext, request } from "@playwright/test";

import { type House } from "./fixtures";

/** A record for each page that shows one. */
const records: Record<string, string> = {
  "/accounts/{id}": "/accounts/1",
  "/customers/{id}": "/customers/1",
  "/customers/{id}/profile": "/customers/1/profile",
  "/customers/{id}/contacts": "/customers/1/contacts",
  "/customers/{id}/entities": "/customers/1/entities",
  "/customers/{id}/sites": "/customers/1/sites",
  "/customers/{id}/work": "/customers/1/work",
  "/customers/{id}/files": "/customers/1/files",
  "/customers/{id}/history": "/customers/1/history",
  "/customers/{id}/marketing": "/customers/1/marketing",
  "/customers/merge": "/customers/merge?one=3&other=4",
  "/customers/{id}/accounts": "/customers/2/accounts",
  "/customers/{id}/accounts/{account}": "/customers/2/accounts/1",
  "/customers/{id}/vault": "/customers/1/vault",
  "/exports/{id}": "/exports/1",
  "/imports/{id}": "/imports/1",
  "/leads/board/{id}": "/leads/board/58",
  "/leads/merge": "/leads/merge?one=58&other=57",
  "/leads/{id}": "/leads/58",
  "/legal-entities/{id}": "/legal-entities/1",
  "/products/{id}": "/products/1",
  "/runs/{id}": "/runs/1",
  "/settings/webhooks": "/settings/webhooks?webhook=1",
  "/sites/{id}": "/sites/1",
};

/** A page that is nowhere. */
export const nowhere = "/no-such-page";

export type Route = { path: string; access: "everybody" | "session" | "contact" };

/** Every page of the program, by its own account: one that is added is looked at without a line anywhere. */
export function pages(house: House): Route[] {
  const routes = JSON.parse(house.command("routes", "--json")) as (Route & { kind: string })[];
  const listed = routes.filter(({ kind }) => kind === "page");
  return listed.map(({ path, access }) => ({ path: records[path] ?? path, access }));
}

/** The addresses of the pages for everybody, or of those for who has signed in. */
export function paths(house: House, access: Route["access"]): string[] {
  return pages(house).filter((page) => page.access === access).map(({ path }) => path);
}

/** A browser without pages: what it asks for comes from ours. */
export async function visitor(house: House, cookies: House["sessions"]["marta"], userAgent?: string): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: house.url,
    storageState: { cookies, origins: [] },
    extraHTTPHeaders: { origin: house.url },
    ...(userAgent === undefined ? {} : { userAgent }),
  });
}

/** An import with a refused row, a run, an export and a webhook that waits: what some pages show there is none of in the demo company. */
export async function furnish(house: House): Promise<void> {
  house.importLeads("Name,Email\nAda,ada@example.com\nNobody,not an address\n");
  await house.rest("marta").send("POST", "/runs", { kind: "lead", ids: [58], action: { add_tags: ["fair"] } });
  await house.rest("marta").send("POST", "/webhooks", { url: "https://hooks.example.com/foyer", description: "Newsletter", is_paused: true });
  await house.rest("marta").send("POST", "/webhooks/1/test", {});
  const marta = await visitor(house, house.sessions.marta);
  const wish = { kind: "leads", address: "", ids: [58], columns: [] };
  const answer = await marta.post("/api/start_export", { data: { wish } });
  if (!answer.ok()) throw new Error(`an export: ${answer.status()}`);
  await marta.dispose();
}
