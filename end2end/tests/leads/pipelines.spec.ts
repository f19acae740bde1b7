import { begins, card, column, link, names, toast } from "../../board";
import { expect, type House, test } from "../../fixtures";
import { accessible, hydrated, visit } from "../../helpers";
import { say, saying } from "../../words";

type Id = { id: number };

/** A second pipeline, made by a program, as quickly as can be. */
async function renewals(house: House): Promise<number> {
  const { id } = await house.rest("marta").send<Id>("POST", "/pipelines", { name: "Renewals" });
  return id;
}

test("a pipeline is added, put first, and deleted with a place for its leads", async ({ page, house }) => {
  await visit(page, house, "marta", "/settings/pipeline");
  await accessible(page, "the settings of pipelines");
  await page.getByRole("button", { name: say("pipeline-add"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("pipeline-add") });
  await dialog.getByRole("textbox", { name: say("stage-name") }).fill("Renewals");
  await dialog.getByLabel(say("pipeline-like"), { exact: true }).selectOption({ label: say("pipeline-like-one", { name: "Sales" }) });
  await accessible(page, "the form of a pipeline");
  await dialog.getByRole("button", { name: say("lead-save"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Renewals" })).toBeVisible();
  const up = page.getByRole("button", { name: say("settings-line-up", { name: "Renewals" }) });
  await up.press("Enter");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Renewals");
  await expect(up).toBeFocused();

  const stages = await house.rest("marta").get<{ items: { id: number; name: string; pipeline_id: number }[] }>("/stages");
  // The pipeline was put first, and so are its stages.
  const first = stages.items.find((stage) => stage.name === "New");
  await house.rest("marta").send("POST", "/leads", { name: "Ada Lovelace", stage_id: first?.id });
  await page.reload();
  await hydrated(page);
  await page.getByRole("button", { name: say("settings-line-delete", { name: "Renewals" }) }).click();
  const deletion = page.getByRole("dialog", { name: say("settings-line-delete", { name: "Renewals" }) });
  await deletion.getByLabel(/^One lead in .?New.? goes to$/).selectOption({ label: "Qualified" });
  await accessible(page, "the deletion of a pipeline");
  await deletion.getByRole("button", { name: say("lead-delete"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Renewals" })).toHaveCount(0);
  // Those who come stand behind the others, further down than a column is drawn.
  await visit(page, house, "marta", "/leads/board?sort=newest");
  await begins(page, "Qualified", "Ada Lovelace");
});

test("the board goes from one pipeline to the next, and comes back to the last one", async ({ page, house }) => {
  const id = await renewals(house);
  await visit(page, house, "marta", "/leads/board");
  const choice = page.getByLabel(say("board-pipeline"), { exact: true });
  await expect(choice.locator("option:checked")).toHaveText("Sales");
  await choice.selectOption({ label: "Renewals" });
  await expect(page).toHaveURL(new RegExp(`pipeline=${id}`));
  await expect(page.locator("[data-card]")).toHaveCount(0);
  await page.locator("body").press("p");
  await expect(choice.locator("option:checked")).toHaveText("Sales");
  await expect(page.locator("[data-card]").first()).toBeVisible();
  await page.locator("body").press("p");
  await expect(choice.locator("option:checked")).toHaveText("Renewals");
  await visit(page, house, "marta", "/leads/board");
  await expect(page.getByLabel(say("board-pipeline"), { exact: true }).locator("option:checked")).toHaveText("Renewals");
});

test("a lead goes to another pipeline by the menu of its card and by its page, and comes back", async ({ page, house }) => {
  await renewals(house);
  await visit(page, house, "marta", "/leads/board");
  const [name = ""] = await names(page, "New");
  await card(page, name).getByRole("button", { name: say("board-card-menu", { name }) }).click();
  await page.getByRole("menuitem", { name: say("board-move-to") }).click();
  const dialog = page.getByRole("dialog", { name: say("board-move-title") });
  await dialog.getByLabel(say("board-pipeline"), { exact: true }).selectOption({ label: "Renewals" });
  await dialog.getByLabel(say("field-stage_id"), { exact: true }).selectOption({ label: "Proposal" });
  await accessible(page, "a move to another pipeline");
  await dialog.getByRole("button", { name: say("board-move-go"), exact: true }).click();
  const moved = toast(page, saying("board-moved", { name, stage: "Proposal" }));
  await expect(moved).toBeVisible();
  await expect(link(page, name)).toHaveCount(0);
  await moved.getByRole("button", { name: say("board-undo") }).click();
  await begins(page, "New", name);

  await link(page, name).click();
  await page.locator("#lead-stage").selectOption({ label: "Negotiation" });
  await expect(toast(page, saying("board-moved", { name, stage: "Negotiation" }))).toBeVisible();
  await expect(page.locator("#lead-stage optgroup")).toHaveCount(2);
});

test("a stage asks for a field of one's own, and warns when it holds too many", async ({ page, house }) => {
  const rest = house.rest("marta");
  const field = await rest.send<Id>("POST", "/lead-fields", { name: "Roof area", kind: "number", is_on_card: true });
  const { items } = await rest.get<{ items: { id: number; name: string; version: number }[] }>("/stages");
  const stage = items.find((one) => one.name === "Qualified");
  await rest.send("PATCH", `/stages/${stage?.id}`, { required_fields: [`c${field.id}`], wip_limit: 1, wip_blocks: false, version: stage?.version });
  await visit(page, house, "marta", "/leads/board");
  const [name = ""] = await names(page, "New");
  await link(page, name).focus();
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: say("board-move-title") });
  await dialog.getByLabel(say("board-move-column"), { exact: true }).selectOption(String(stage?.id));
  await dialog.getByRole("button", { name: say("board-move-go"), exact: true }).click();
  const question = page.getByRole("dialog", { name: saying("rule-title") });
  await question.getByRole("button", { name: say("rule-go"), exact: true }).click();
  await expect(question.getByText(say("error-required")).first()).toBeVisible();
  await question.getByRole("textbox", { name: "Roof area", exact: true }).fill("82.5");
  await question.getByRole("button", { name: say("rule-go"), exact: true }).click();
  await expect(toast(page, saying("board-moved", { name, stage: "Qualified" }))).toBeVisible();
  await expect(card(column(page, "Qualified"), name)).toContainText("82.5");
  await accessible(page, "cards with a field of one's own");
});
