import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

import { expect } from "./fixtures";

/** A message as it came in. */
export type Message = { id: string; text: string; headers: Record<string, string> };

/** What a message says, by our own account. */
export type Told = { type: string; timestamp: string; data: { record: { kind: string; id: number }; payload: unknown } };

/** Another program on this machine, which webhooks lead to. */
export class Receiver {
  readonly messages: Message[] = [];
  private readonly statuses: number[] = [];
  private readonly server: Server;
  private held: Promise<void> | undefined;

  private constructor() {
    this.server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        this.messages.push(message(request.headers, Buffer.concat(pieces).toString("utf8")));
        const status = this.statuses.shift() ?? 200;
        void (this.held ?? Promise.resolve()).then(() => response.writeHead(status).end(`said ${status}`));
      });
    });
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((done) => receiver.server.listen(0, "127.0.0.1", done));
    return receiver;
  }

  /** Its address, by number or by a name that leads to it. */
  url(host = "127.0.0.1"): string {
    return `http://${host}:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Answers with these statuses next, and with 200 from then on. */
  answers(...statuses: number[]): void {
    this.statuses.push(...statuses);
  }

  /** Answers nobody until it is let go. */
  hold(): () => void {
    let letGo = (): void => undefined;
    this.held = new Promise<void>((done) => (letGo = done));
    return () => {
      this.held = undefined;
      letGo();
    };
  }

  /** The messages, as soon as there are so many. */
  async until(count: number): Promise<Message[]> {
    await expect.poll(() => this.messages.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
    return this.messages;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function message(headers: IncomingHttpHeaders, text: string): Message {
  const signed = ["webhook-id", "webhook-timestamp", "webhook-signature"];
  const own = Object.fromEntries(signed.map((name) => [name, String(headers[name] ?? "")]));
  return { id: own["webhook-id"] ?? "", text, headers: own };
}

/** What a message says, if it is signed with this secret, as the library for receivers finds; it refuses all others. */
export function opened(message: Message | undefined, secret: string): Told {
  if (!message) throw new Error("there is no such message");
  return new Webhook(secret).verify(message.text, message.headers) as Told;
}
