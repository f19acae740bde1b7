import { test as base, expect, type ConsoleMessage, type Page } from "@playwright/test";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The server that is tested; the test command gives it. */
const binary = process.env["FOYER_BIN"] ?? "../target/debug/foyer";

/** A running company: its own folder, its own server, its own port. Nothing that a story does reaches another one. */
export class House {
  private server: ChildProcess | undefined;
  url = "";

  constructor(readonly folder: string) {}

  /** Runs a command of the server in this company, `token create --staff ..` for example. */
  command(...words: string[]): string {
    return execFileSync(binary, [...words, "--data-dir", this.folder], { encoding: "utf8" });
  }

  async start(listen = "127.0.0.1:0"): Promise<void> {
    const server = spawn(binary, ["serve", "--demo", "--listen", listen, "--data-dir", this.folder], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.server = server;
    this.url = await new Promise<string>((ready, failed) => {
      let said = "";
      server.stdout.on("data", (piece: Buffer) => {
        said += piece.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (address) ready(address[0]);
      });
      server.stderr.on("data", (piece: Buffer) => (said += piece.toString()));
      server.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  /** Ends the server as a crash would, or as an operator does. */
  async stop(signal: "SIGKILL" | "SIGTERM" = "SIGTERM"): Promise<void> {
    const server = this.server;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((done) => server.once("exit", done));
    server.kill(signal);
    await ended;
  }

  /** A token of the REST API for this member of staff. */
  token(email: string): string {
    return this.command("token", "create", "--staff", email, "--scope", "full").trim();
  }
}

/** Watches what the browser says: any error or warning that a story has not announced fails it. */
export class Quiet {
  private readonly said: string[] = [];
  private readonly allowed: RegExp[] = [];

  watch(page: Page): void {
    page.on("console", (message: ConsoleMessage) => {
      if (["error", "warning"].includes(message.type())) this.said.push(`${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.said.push(String(error)));
  }

  /** Announces messages that a story provokes: the browser reports each refused request. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  check(): void {
    expect(this.said.filter((text) => !this.allowed.some((pattern) => pattern.test(text)))).toEqual([]);
  }
}

type Fixtures = { house: House; quiet: Quiet };
type Shared = { company: string };

export const test = base.extend<Fixtures, Shared>({
  // The demo company is made once for each worker; every story gets a copy.
  company: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "foyer-company-"));
      const house = new House(folder);
      house.command("demo", "--scale", "tour", "--seed", "1");
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  house: async ({ company }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-story-"));
    cpSync(company, folder, { recursive: true });
    const house = new House(folder);
    await house.start();
    await use(house);
    await house.stop("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  },

  baseURL: async ({ house }, use) => {
    await use(house.url);
  },

  quiet: async ({}, use) => {
    const quiet = new Quiet();
    await use(quiet);
    quiet.check();
  },

  page: async ({ page, quiet }, use) => {
    quiet.watch(page);
    await use(page);
  },
});

export { expect };
