import { begins, card, carry, column, counted, drag, lift, link, names, nothingHeld, toast } from "../../board";
import { expect, test } from "../../fixtures";
import { another, visit } from "../../helpers";
import { say, saying } from "../../words";

type Board = { stages: { name: string; count: number; sums: { currency: string; minor: number }[] }[] };

test.beforeEach(async ({ page, house }) => {
  await visit(page, house, "marta", "/leads/board");
});

test("a drag that is given up changes nothing and leaves nothing behind", async ({ page, context, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  const moves: string[] = [];
  page.on("request", (request) => request.url().includes("move_lead") && moves.push(request.url()));
  const before = { here: await names(page, "New"), there: await names(page, "Contacted") };
  const ways: Record<string, () => Promise<void>> = {
    escape: () => page.keyboard.press("Escape"),
    "another button": () => page.mouse.down({ button: "right" }),
    "another window": () => page.evaluate(() => void window.dispatchEvent(new Event("blur"))),
    "outside of the board": () => page.mouse.move(100, 20, { steps: 5 }),
    "a lost connection": async () => {
      await context.setOffline(true);
      await page.keyboard.press("Escape");
      await context.setOffline(false);
    },
    "a wheel that scrolls on, then Escape": async () => {
      await page.mouse.wheel(0, 300);
      await page.keyboard.press("Escape");
      await column(page, "Contacted").locator("[data-column]").evaluate((list) => list.scrollTo(0, 0));
    },
  };
  for (const [way, give] of Object.entries(ways)) {
    await test.step(way, async () => {
      const grip = await lift(page, before.here[0] ?? "");
      await carry(page, "Contacted", 1, grip);
      await give();
      if (way.startsWith("outside")) await page.mouse.up();
      await nothingHeld(page);
      await begins(page, "New", ...before.here);
      await begins(page, "Contacted", ...before.there);
      await page.mouse.up({ button: "right" });
      await page.mouse.up();
      await nothingHeld(page);
    });
  }
  expect(moves).toEqual([]);
  await expect(page).toHaveURL(/\/leads\/board$/);
});

test("a tab that is closed with a card in hand has moved nothing", async ({ page, house, context }) => {
  const before = await names(page, "New");
  const grip = await lift(page, before[0] ?? "");
  await carry(page, "Contacted", 0, grip);
  await page.close();
  const again = await context.newPage();
  await visit(again, house, "marta", "/leads/board");
  await begins(again, "New", ...before);
});

test("counts and sums are those of the server, also after moves", async ({ page, house }) => {
  const rest = house.rest("marta");
  const agree = async (): Promise<void> => {
    const { stages } = await rest.get<Board>("/board");
    for (const stage of stages) {
      const money = ({ currency, minor }: { currency: string; minor: number }): string =>
        new Intl.NumberFormat("en", { style: "currency", currency }).format(minor / 100).replace("\u00a0", " ");
      await expect(column(page, stage.name).getByRole("heading")).toContainText(counted(stage.count));
      const shown = async (): Promise<string[]> =>
        (await column(page, stage.name).locator(".board-column__sum").allTextContents()).map((sum) => sum.replace("\u00a0", " "));
      await expect.poll(async () => (await shown()).sort()).toEqual(stage.sums.map(money).sort());
    }
  };
  await agree();
  const [first] = await names(page, "New");
  await drag(page, first ?? "", "Negotiation", 1);
  await expect(toast(page, saying("board-moved"))).toBeVisible();
  await agree();
});

test("somebody was quicker: the fresh place and a message, never a silent overwrite", async ({ page, house, browser, quiet }) => {
  quiet.allow(/409 \(Conflict\)/);
  const other = await another(browser, house, quiet, "marta", "/leads/board");
  const [first] = await names(page, "New");
  const name = first ?? "";
  // This board does not hear of the other one's move until its own was refused.
  await page.route("**/api/get_board_changes*", (route) => route.abort());
  quiet.allow(/ERR_FAILED/);
  await drag(other, name, "Qualified", 0);
  await expect(toast(other, saying("board-moved"))).toBeVisible();
  await drag(page, name, "Proposal", 0);
  await expect(toast(page, saying("lead-moved-by", { name, stage: "Qualified" }))).toBeVisible();
  await begins(page, "Qualified", name);
  await begins(other, "Qualified", name);
});

test("a move without connection returns with a message", async ({ page, context, quiet }) => {
  quiet.allow(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/);
  const before = await names(page, "New");
  await context.setOffline(true);
  await drag(page, before[0] ?? "", "Contacted", 0);
  await expect(toast(page, say("error-unreachable"))).toBeVisible();
  await begins(page, "New", ...before);
  await context.setOffline(false);
  await drag(page, before[0] ?? "", "Contacted", 0);
  await begins(page, "Contacted", before[0] ?? "");
});

test("a server that died and came back is caught up with, without a reload", async ({ page, house, quiet }) => {
  quiet.allow(/ERR_|Failed to load resource/);
  const [first, second] = await names(page, "New");
  await drag(page, first ?? "", "Contacted", 0);
  await expect(toast(page, saying("board-moved"))).toBeVisible();
  await house.stop("SIGKILL");
  await expect(page.getByText(say("shell-offline"), { exact: true })).toBeVisible({ timeout: 15_000 });
  await house.start(house.url.replace("http://", ""));
  type Cards = { stages: { id: number; name: string; cards: { id: number; version: number; name: string }[] }[] };
  const rest = house.rest("marta");
  const { stages } = await rest.get<Cards>("/board");
  const lead = stages.flatMap((stage) => stage.cards).find((found) => found.name === second);
  const stage = stages.find((found) => found.name === "Qualified");
  expect(stages.find((found) => found.name === "Contacted")?.cards[0]?.name).toBe(first);
  await rest.send("POST", `/leads/${lead?.id}/move`, { stage_id: stage?.id, after_id: null, version: lead?.version });
  await expect(link(column(page, "Qualified"), second ?? "")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(say("shell-offline"), { exact: true })).toBeHidden();
});

test("a session that ends during a drag asks to sign in, and nothing is lost", async ({ page, house, quiet }) => {
  quiet.allow(/401 \(Unauthorized\)/);
  const before = await names(page, "New");
  const grip = await lift(page, before[0] ?? "");
  await page.request.post(`${house.url}/sign-out`, { headers: { origin: house.url }, maxRedirects: 0 });
  await carry(page, "Contacted", 0, grip);
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: say("shell-session-ended") });
  await dialog.getByLabel(say("shell-password")).fill("foyer-demo");
  await begins(page, "New", ...before);
  await dialog.getByRole("button", { name: say("shell-sign-in") }).click();
  await expect(dialog).toBeHidden();
  await drag(page, before[0] ?? "", "Contacted", 0);
  await begins(page, "Contacted", before[0] ?? "");
  await expect(card(page, before[0] ?? "")).toHaveCount(1);
});
