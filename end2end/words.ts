import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Language = "en" | "it" | "fr" | "ar";

const areas = ["app/texts", "app/kernel/texts", "server/texts", ...features()];
const loaded = new Map<Language, Map<string, string>>();

function features(): string[] {
  return readdirSync(join("..", "app", "features")).map((name) => `app/features/${name}/texts`);
}

/**
 * A text of the interface as its translators wrote it, so that a story can be told in every language. Knows plain texts
 * and `{ $name }` only; what has plural forms is asked for by its number or a pattern.
 */
export function say(key: string, args: Record<string, string | number> = {}, language: Language = "en"): string {
  const text = texts(language).get(key) ?? key;
  return text.replace(/\{ \$([a-z_]+) \}/g, (_, name: string) => String(args[name] ?? ""));
}

/** The same as a pattern, in which every argument that is not given may be anything. */
export function saying(key: string, args: Record<string, string | number> = {}, language: Language = "en"): RegExp {
  const text = texts(language).get(key) ?? key;
  const parts = text.split(/\{ \$([a-z_]+) \}/).map((part, at) => {
    if (at % 2 === 0) return escaped(part);
    const given = args[part];
    return given === undefined ? ".+" : `[\u2068\u200e\u200f]?${escaped(String(given))}[\u2069]?`;
  });
  return new RegExp(parts.join(""));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function texts(language: Language): Map<string, string> {
  const known = loaded.get(language);
  if (known) return known;
  const found = new Map<string, string>();
  for (const area of areas) {
    for (const line of readFileSync(join("..", area, `${language}.ftl`), "utf8").split("\n")) {
      const text = /^([a-zA-Z][\w-]*) = (.*)$/.exec(line);
      if (text?.[1] && text[2] !== undefined) found.set(text[1], text[2]);
    }
  }
  loaded.set(language, found);
  return found;
}
