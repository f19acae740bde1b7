import { HtmlValidate, StaticConfigLoader } from "html-validate";

/** The content model and the rules of the HTML standard; matters of taste are not in this set. */
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard"] }));

/** Leptos marks a place with this empty comment, which browsers read as one; the standard wants it written in full. */
const marker = "<!>";

/** What is wrong with a page, each mistake with its place. */
export async function mistakes(html: string, where: string): Promise<string[]> {
  const { results } = await validator.validateString(html.replaceAll(marker, "<!---->"), where);
  return results.flatMap(({ messages }) =>
    messages.map((fault) => `${where}:${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message} (${fault.selector})`),
  );
}
