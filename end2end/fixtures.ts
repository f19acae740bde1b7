import { test as base, expect, request, type BrowserContext, type ConsoleMessage, type Page } from "@playwright/test";
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The server that is tested; the test command gives it. */
const binary = process.env["FOYER_BIN"] ?? "../target/debug/foyer";

/** The people of the demo company; all share its password. */
export const people = {
  marta: "marta@foyer.example",
  yusuf: "yusuf@foyer.example",
  chloe: "chloe@foyer.example",
} as const;

export type Person = keyof typeof people;
export const password = "foyer-demo";

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** The REST API, for what another program does meanwhile and for what the board must agree with. */
export class Rest {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return this.send<T>("GET", path);
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": "application/json" };
    const answer = await fetch(this.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

/** A running company: its own folder, its own server, its own port. Nothing that a story does reaches another one. */
export class House {
  private server: ChildProcess | undefined;
  url = "";
  /** What each person's browser keeps of an earlier sign-in. */
  sessions: Record<Person, Cookies> = { marta: [], yusuf: [], chloe: [] };

  /** The networks that webhooks may lead to though they are not public: a story's receiver is on this machine. */
  allowed = "127.0.0.1";

  /** Without `demo` it is a house in which nobody has been yet. */
  constructor(
    readonly folder: string,
    private readonly demo = true,
  ) {}

  /** Runs a command of the server in this company, `token create --staff ..` for example. */
  command(...words: string[]): string {
    return execFileSync(binary, [...words, "--data-dir", this.folder], { encoding: "utf8" });
  }

  async start(listen = "127.0.0.1:0"): Promise<void> {
    const words = ["serve", "--listen", listen, "--data-dir", this.folder, ...(this.demo ? ["--demo"] : [])];
    const env = { ...process.env, FOYER_OUTBOUND_ALLOW: this.allowed };
    const server = spawn(binary, words, { env, stdio: ["ignore", "pipe", "pipe"] });
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

  /** The server dies, and another one begins at the same address. */
  async crash(): Promise<void> {
    await this.stop("SIGKILL");
    await this.start(this.url.replace("http://", ""));
  }

  /** Leads from a file, by the command for it. */
  importLeads(csv: string): void {
    const file = join(this.folder, "leads.csv");
    writeFileSync(file, csv);
    this.command("import", "leads", file, "--create-missing");
  }

  /** Customers with their contacts from a file; words that there are not yet are made. */
  importCustomers(csv: string): void {
    const file = join(this.folder, "customers.csv");
    writeFileSync(file, csv);
    this.command("import", "customers", file, "--create-missing");
  }

  /** The REST API as this member of staff. */
  rest(who: Person): Rest {
    const token = this.command("token", "create", "--staff", people[who], "--scope", "full").trim();
    return new Rest(`${this.url}/api/v1`, token);
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
type Company = { folder: string; sessions: Record<Person, Cookies> };

/** Signs everybody in once; a story that is not about signing in begins with these cookies. */
async function signEverybodyIn(house: House): Promise<Record<Person, Cookies>> {
  const sessions: Record<Person, Cookies> = { marta: [], yusuf: [], chloe: [] };
  for (const who of Object.keys(people) as Person[]) {
    const visitor = await request.newContext({ baseURL: house.url, extraHTTPHeaders: { origin: house.url } });
    await visitor.post("/sign-in", { form: { email: people[who], password }, maxRedirects: 0 });
    sessions[who] = (await visitor.storageState()).cookies;
    await visitor.dispose();
  }
  return sessions;
}

export const test = base.extend<Fixtures, { company: Company }>({
  // The demo company is made once for each worker; every story gets a copy.
  company: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "foyer-company-"));
      const house = new House(folder);
      house.command("demo", "--scale", "tour", "--seed", "1");
      await house.start();
      const sessions = await signEverybodyIn(house);
      await house.stop();
      await use({ folder, sessions });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  house: async ({ company }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-story-"));
    cpSync(company.folder, folder, { recursive: true });
    const house = new House(folder);
    house.sessions = company.sessions;
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
