import { type Locator, type Page } from "@playwright/test";

import { toast } from "../../board";
import { expect, test } from "../../fixtures";
import { accessible, another, box, hydrated, speak, visit } from "../../helpers";
import { say, type Language } from "../../words";

/** A wide picture: red, then blue. */
async function wide(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [400, 200];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = "red";
    pen.fillRect(0, 0, 200, 200);
    pen.fillStyle = "blue";
    pen.fillRect(200, 0, 200, 200);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(address.split(",")[1] ?? "", "base64");
}

/** The colours of the picture that the page shows, as its left, middle and right thirds: "red", "blue", "white". */
async function colours(picture: Locator): Promise<string[]> {
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 90;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (!pen) throw new Error("no canvas");
    pen.drawImage(image, 0, 0, 90, 90);
    return [15, 45, 75].map((x) => {
      const [red = 0, , blue = 0] = pen.getImageData(x, 45, 1, 1).data;
      if (red > 200 && blue > 200) return "white";
      return red > blue ? "red" : "blue";
    });
  });
}

async function openDialog(page: Page, key: string, language: Language = "en"): Promise<Locator> {
  await page.getByRole("button", { name: say(key, {}, language), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

async function pick(dialog: Locator, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await dialog.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
}

test("a picture is zoomed by slider, moved by keyboard, saved, and there after a reload", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/1");
  const dialog = await openDialog(page, "picture-add");
  await pick(dialog, "logo.png", "image/png", await wide(page));
  const slider = dialog.getByRole("slider", { name: say("picture-zoom") });
  const frame = dialog.getByRole("application", { name: say("picture-frame") });
  await expect(slider).toHaveAttribute("aria-valuetext", /100/);
  await accessible(page, "the crop of a picture");
  await slider.fill("60");
  await expect(slider).not.toHaveAttribute("aria-valuetext", /^\D*100\D*$/);
  const before = await box(frame.locator("img"));
  await frame.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  expect((await box(frame.locator("img"))).x).toBeLessThan(before.x);
  for (let press = 0; press < 30; press++) await page.keyboard.press("Shift+ArrowLeft");
  await dialog.getByRole("button", { name: say("picture-save") }).click();
  await expect(dialog).toBeHidden();
  const shown = page.locator(".picture-field img");
  expect(await colours(shown)).toEqual(["blue", "blue", "blue"]);
  await page.reload();
  await hydrated(page);
  expect(await colours(page.locator(".picture-field img"))).toEqual(["blue", "blue", "blue"]);
});

test("a picture is dragged, shown whole, removed, and taken back", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/1");
  let dialog = await openDialog(page, "picture-add");
  await pick(dialog, "logo.png", "image/png", await wide(page));
  const frame = dialog.getByRole("application");
  await expect(dialog.getByRole("slider")).toHaveAttribute("aria-valuetext", /100/);
  const place = await box(frame);
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width * 2, place.y + place.height / 2, { steps: 4 });
  await page.mouse.up();
  await dialog.getByRole("button", { name: say("picture-save") }).click();
  await expect(dialog).toBeHidden();
  const shown = page.locator(".picture-field img");
  expect(await colours(shown)).toEqual(["red", "red", "red"]);

  dialog = await openDialog(page, "picture-change");
  await dialog.getByRole("button", { name: say("picture-remove") }).click();
  await expect(shown).toHaveCount(0);
  await toast(page, say("picture-removed")).getByRole("button", { name: say("record-undo") }).click();
  expect(await colours(shown)).toEqual(["red", "red", "red"]);
});

for (const language of ["en", "ar"] as const) {
  test(`a picture is cut out at 320 px, in ${language}`, async ({ page, house }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await speak(page, house, language);
    await visit(page, house, "marta", "/customers/1");
    const dialog = await openDialog(page, "picture-add", language);
    await pick(dialog, "logo.png", "image/png", await wide(page));
    await dialog.getByRole("button", { name: say("picture-whole", {}, language) }).click();
    const beyond = await dialog.evaluate((element) => [...element.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > 320.5 && !e.closest(".crop__frame, .visually-hidden")).length);
    expect(beyond).toBe(0);
    await accessible(page, `the crop of a picture at 320 px, in ${language}`);
    await dialog.getByRole("button", { name: say("picture-save", {}, language) }).click();
    await expect(dialog).toBeHidden();
    // Left stays left, whichever way the page reads.
    const shown = page.locator(".picture-field img");
    const [left, , right] = await colours(shown);
    expect([left, right]).toEqual(["red", "blue"]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test("an SVG is refused with its reason, and so is what only calls itself a picture", async ({ page, house, quiet }) => {
  quiet.allow(/Failed to load resource|ERR_/);
  await visit(page, house, "marta", "/customers/1");
  const dialog = await openDialog(page, "picture-add");
  await pick(dialog, "logo.svg", "image/svg+xml", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  await expect(dialog.locator(".file-drop__error")).toHaveText(say("picture-svg"));
  await pick(dialog, "logo.png", "image/png", Buffer.from("<html><script>alert(1)</script>"));
  await expect(dialog.locator(".file-drop__error")).toHaveText(say("picture-broken"));
  await expect(page.locator(".picture-field img")).toHaveCount(0);
});

test("a contact gets a photo, and the directory shows the customer's picture small", async ({ page, house }) => {
  await visit(page, house, "marta", "/customers/1/contacts");
  const line = page.locator(".customers__contact").first();
  await expect(line.locator("img")).toHaveCount(0);
  await line.getByRole("button").first().click();
  let dialog = page.getByRole("dialog");
  await pick(dialog, "photo.png", "image/png", await wide(page));
  await dialog.getByRole("button", { name: say("picture-save") }).click();
  await expect(dialog).toBeHidden();
  await expect(line.locator("img")).toHaveAttribute("src", /\/pictures\/\d+\/small/);
  await accessible(page, "a contact with a photo");

  dialog = await openDialog(page, "picture-add");
  await pick(dialog, "logo.png", "image/png", await wide(page));
  await dialog.getByRole("button", { name: say("picture-save") }).click();
  await expect(dialog).toBeHidden();
  await visit(page, house, "marta", "/customers");
  const row = page.getByRole("row").filter({ has: page.locator('a[href="/customers/1"]') });
  await expect(row.locator("img")).toHaveAttribute("src", /\/pictures\/\d+\/small/);
});

test("a picture of a customer whom one may not see is not there", async ({ page, house, browser, quiet }) => {
  await visit(page, house, "marta", "/customers/1");
  const dialog = await openDialog(page, "picture-add");
  await pick(dialog, "logo.png", "image/png", await wide(page));
  await dialog.getByRole("button", { name: say("picture-save") }).click();
  await expect(dialog).toBeHidden();
  const address = await page.locator(".picture-field img").first().getAttribute("src");
  if (!address) throw new Error("no picture");
  const there = new URL(address, page.url()).href;
  expect((await page.request.get(there)).status()).toBe(200);
  const chloe = await another(browser, house, quiet, "chloe", "/");
  expect((await chloe.request.get(there)).status()).toBe(404);
  await chloe.context().close();
});
