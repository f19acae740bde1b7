// What a person waits for while working inside the application.
import { heap, signedIn, visit, VISITS } from "./visits.mjs";

const LEADS = 200;

/** Does something and gives the milliseconds from the last key or click of it until the page had stopped changing. */
async function settled(page, act) {
  await page.evaluate(() => {
    window.change = { asked: 0, last: 0 };
    const ask = () => (window.change.asked = performance.now());
    for (const kind of ["click", "input", "submit"]) addEventListener(kind, ask, true);
    const observer = new MutationObserver(() => (window.change.last = performance.now()));
    observer.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });
  });
  await act();
  await page.waitForFunction(() => window.change.last > window.change.asked, undefined, { polling: 20 });
  await page.waitForFunction(() => performance.now() - window.change.last > 300, undefined, { polling: 50 });
  return page.evaluate(() => window.change.last - window.change.asked);
}

/** From a click in the list to the lead's page. */
export async function opens() {
  const context = await signedIn();
  const times = [];
  const { page } = await visit(context, "/leads");
  for (let i = 0; i < VISITS; i++) {
    const name = await page.locator(".list__name").nth(i).textContent();
    const began = Date.now();
    await page.locator(".list__name").nth(i).click();
    await page.getByRole("heading", { level: 1, name: name.trim() }).waitFor();
    times.push(Date.now() - began);
    await page.goBack();
    await page.locator(".list__name").first().waitFor();
  }
  await context.close();
  return times;
}

/** The list of one's own leads, in another order, and searched. */
export async function filters() {
  const context = await signedIn();
  const { page } = await visit(context, "/leads");
  const times = { owner: [], sorted: [], searched: [] };
  for (let i = 0; i < VISITS; i++) {
    times.owner.push(await settled(page, () => page.getByRole("button", { name: "Mine", exact: true }).click()));
    times.sorted.push(await settled(page, () => page.getByRole("columnheader", { name: "Value" }).getByRole("link").click()));
    await page.goto("/leads");
    await page.locator("html[data-hydrated]").waitFor();
    times.searched.push(await settled(page, () => page.getByRole("searchbox", { name: "Search leads" }).fill(["fe", "mül", "ros", "ga", "ber"][i])));
    await page.goto("/leads");
    await page.locator("html[data-hydrated]").waitFor();
  }
  await context.close();
  return times;
}

/** From the button of the form to the new lead's page. */
export async function creates() {
  const context = await signedIn();
  const { page } = await visit(context, "/leads");
  const times = [];
  for (let i = 0; i < VISITS; i++) {
    await page.goto("/leads/new");
    await page.locator("html[data-hydrated]").waitFor();
    await page.locator("input[name=name]").fill(`Bench Lead ${i}`);
    times.push(await settled(page, () => page.getByRole("button", { name: "Create lead" }).click()));
  }
  await context.close();
  return times;
}

/** Between the pages of the sidebar, each seen before. */
export async function navigates() {
  const context = await signedIn();
  const { page } = await visit(context, "/leads/board");
  const times = [];
  for (let round = 0; round <= VISITS; round++) {
    for (const path of ["/leads", "/customers", "/leads/board"]) {
      const took = await settled(page, () => page.locator(`nav a[href="${path}"]`).first().click());
      if (round) times.push(took);
    }
  }
  await context.close();
  return times;
}

/** The heap, wasm included, before and after many leads were opened beside the board and closed again. */
export async function forgets() {
  const context = await signedIn();
  const { page } = await visit(context, "/leads/board");
  const session = await context.newCDPSession(page);
  const card = page.locator("[data-card]");
  const open = async (place) => {
    await card.nth(place % 8).getByRole("link").first().click();
    await page.waitForURL(/\/board\/\d+/);
    await page.goBack();
    await page.waitForURL(/\/board$/);
  };
  for (let place = 0; place < 10; place++) await open(place);
  const before = await heap(page, session);
  for (let place = 0; place < LEADS; place++) await open(place);
  const after = await heap(page, session);
  await context.close();
  return { before, after };
}
