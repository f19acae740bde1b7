// The pictures of README, taken anew from a running demo company: `node end2end/screenshots.mjs http://127.0.0.1:3000`.
import { chromium } from "@playwright/test";
import { fileURLToPath } from "node:url";
import process from "node:process";

const base = process.argv[2] ?? "http://127.0.0.1:3000";
const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pictures = [
  { name: "board", path: "/leads/board", viewport: desk },
  { name: "board-dark", path: "/leads/board", viewport: desk, colorScheme: "dark" },
  { name: "board-arabic", path: "/leads/board", viewport: desk, language: "ar" },
  { name: "board-phone", path: "/leads/board", viewport: phone },
  { name: "lead", path: "/leads/board/12", viewport: desk },
  { name: "list", path: "/leads?f=owner_id.filled", viewport: desk },
  { name: "calendar", path: "/leads/calendar", viewport: desk },
];

const browser = await chromium.launch({
  executablePath: process.env.FOYER_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
for (const { name, path, language = "en", ...screen } of pictures) {
  const context = await browser.newContext({ baseURL: base, locale: language, ...screen });
  const form = { email: "marta@foyer.example", password: "foyer-demo" };
  const answer = await context.request.post("/sign-in", { form, headers: { Origin: base } });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
  await context.request.post("/language", { form: { language }, headers: { Origin: base } });
  const page = await context.newPage();
  await page.goto(path);
  await page.locator("html[data-hydrated]").waitFor();
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
}
await browser.close();
