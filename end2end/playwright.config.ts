import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test browser` says which browser and which server (FOYER_BIN, read by the fixtures) are tested.
const chromium = process.env.FOYER_CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  // Each worker has a server of its own; stories of one file may build on one another's company.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A story that passes at the second try is listed as flaky: it has to be mended, but a machine that was busy
  // elsewhere for a moment does not stop everybody. At one's desk there is no second try.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["html", { open: "never" }]],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "Europe/Rome",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // A trace keeps whatever a page fetches, and costs a third of the time: only where a story is told again.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "chromium" }],
});
