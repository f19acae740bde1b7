//! What the browser may ask about leads. Each function is one operation of the store.
// The macro makes a type of each function's arguments; the function's own words serve both.
#![allow(missing_docs)]

use fields::{Asked, Total};
#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, CustomerId, LeadId, PipelineId, Result, StageId, Version};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{
    Board, BoardChanges, BoardQuery, Conversion, Dictionaries, Lead, LeadCard, LeadEdit, LeadList, LeadMove,
    LeadPatch, LeadSetting, ListQuery, Move, Pipeline, Profile,
};
use kernel::Page;

/// The board with the first cards of each column.
#[server(endpoint = "get_board", input = Json)]
pub async fn get_board(query: BoardQuery) -> Result<Board> {
    store::board::find(&Context::current()?, &query).await
}

/// The next cards of one column (a stage's id, or an owner's when grouped by owner).
#[server(endpoint = "list_column", input = Json)]
pub async fn list_column(query: BoardQuery, column: i64, cursor: Option<Cursor>) -> Result<Page<LeadCard>> {
    store::board::column(&Context::current()?, &query, column, cursor.as_ref()).await
}

/// What became of these leads (at most 200) on this board, and the totals now.
#[server(endpoint = "get_board_changes", input = Json)]
pub async fn get_board_changes(query: BoardQuery, ids: Vec<LeadId>) -> Result<BoardChanges> {
    store::board::changes(&Context::current()?, &query, &ids).await
}

/// The words that leads are described with.
#[server(endpoint = "get_dictionaries", input = Json)]
pub async fn get_dictionaries() -> Result<Dictionaries> {
    store::words::dictionaries(&Context::current()?).await
}

/// A piece of the list.
#[server(endpoint = "list_leads", input = Json)]
pub async fn list_leads(query: ListQuery) -> Result<LeadList> {
    store::list::find(&Context::current()?, &query).await
}

/// How many leads there are under a filter.
#[server(endpoint = "count_leads", input = Json)]
pub async fn count_leads(filter: Asked) -> Result<Total> {
    store::list::count(&Context::current()?, &filter).await
}

/// How many leads there are under a filter in each of these groups: a group is one more condition, as an address has it.
#[server(endpoint = "count_lead_groups", input = Json)]
pub async fn count_lead_groups(filter: Asked, groups: Vec<String>) -> Result<Vec<Total>> {
    store::list::count_groups(&Context::current()?, &filter, &groups).await
}

/// One lead.
#[server(endpoint = "get_lead", input = Json)]
pub async fn get_lead(id: LeadId) -> Result<Lead> {
    store::find(&Context::current()?, id).await
}

/// A new lead, with tags by name.
#[server(endpoint = "create_lead", input = Json)]
pub async fn create_lead(profile: Profile, tags: Vec<String>) -> Result<Lead> {
    store::save::create(&Context::current()?, &profile, &tags).await
}

/// Changes fields of a lead.
#[server(endpoint = "update_lead", input = Json)]
pub async fn update_lead(id: LeadId, version: Version, patch: LeadPatch) -> Result<Lead> {
    store::save::update(&Context::current()?, id, version, &patch).await
}

/// Changes fields that the person saw. Others may have changed other fields; the same one with another value is a
/// conflict that tells who and when.
#[server(endpoint = "edit_lead", input = Json)]
pub async fn edit_lead(id: LeadId, edit: LeadEdit) -> Result<Lead> {
    store::save::edit(&Context::current()?, id, &edit).await
}

/// Moves a card.
#[server(endpoint = "move_lead", input = Json)]
pub async fn move_lead(id: LeadId, to: Move) -> Result<Lead> {
    store::moves::run(&Context::current()?, id, &to).await
}

/// Moves several cards together; those that are refused stay. Answers in the order of the moves.
#[server(endpoint = "move_leads", input = Json)]
pub async fn move_leads(moves: Vec<LeadMove>, answers: LeadPatch) -> Result<Vec<Result<Lead>>> {
    store::moves::run_all(&Context::current()?, &moves, &answers).await
}

/// Puts a lead into the bin.
#[server(endpoint = "delete_lead", input = Json)]
pub async fn delete_lead(id: LeadId, version: Version) -> Result<Lead> {
    store::bin::delete(&Context::current()?, id, version).await
}

/// Takes a lead out of the bin.
#[server(endpoint = "restore_lead", input = Json)]
pub async fn restore_lead(id: LeadId) -> Result<Lead> {
    store::bin::restore(&Context::current()?, id).await
}

/// Makes a customer of a lead.
#[server(endpoint = "convert_lead", input = Json)]
pub async fn convert_lead(id: LeadId, conversion: Conversion) -> Result<(Lead, CustomerId)> {
    store::convert::run(&Context::current()?, id, &conversion).await
}

/// The customer whose contact has the lead's e-mail address already, for the conversion form.
#[server(endpoint = "find_lead_customer", input = Json)]
pub async fn find_lead_customer(id: LeadId) -> Result<Option<(CustomerId, String)>> {
    store::convert::known_customer(&Context::current()?, id).await
}

/// Takes a conversion back.
#[server(endpoint = "undo_lead_conversion", input = Json)]
pub async fn undo_lead_conversion(id: LeadId, version: Version) -> Result<Lead> {
    store::convert::undo(&Context::current()?, id, version).await
}

/// What the house says about leads as a whole.
#[server(endpoint = "get_lead_setting", input = Json)]
pub async fn get_lead_setting() -> Result<LeadSetting> {
    kernel::setting::find(&Context::current()?).await
}

/// Changes it.
#[server(endpoint = "save_lead_setting", input = Json)]
pub async fn save_lead_setting(setting: LeadSetting) -> Result<()> {
    kernel::setting::save(&Context::current()?, &setting).await
}

/// The pipelines, in their order.
#[server(endpoint = "list_pipelines", input = Json)]
pub async fn list_pipelines() -> Result<Vec<Pipeline>> {
    store::words::pipelines(&Context::current()?).await
}

/// Adds (id 0) or changes a pipeline; a new one begins with the stages of `like`, or the usual ones.
#[server(endpoint = "save_pipeline", input = Json)]
pub async fn save_pipeline(pipeline: Pipeline, like: Option<PipelineId>) -> Result<Pipeline> {
    store::words::save_pipeline(&Context::current()?, &pipeline, like).await
}

/// Puts the pipelines in this order.
#[server(endpoint = "order_pipelines", input = Json)]
pub async fn order_pipelines(ids: Vec<PipelineId>) -> Result<()> {
    store::words::order_pipelines(&Context::current()?, &ids).await
}

/// Deletes a pipeline; the leads of each of its stages go to a stage of another one.
#[server(endpoint = "delete_pipeline", input = Json)]
pub async fn delete_pipeline(id: PipelineId, goes_to: Vec<(StageId, StageId)>) -> Result<()> {
    store::words::delete_pipeline(&Context::current()?, id, &goes_to.into_iter().collect()).await
}

/// How many leads each stage holds, also those that stand on no board.
#[server(endpoint = "count_stage_leads", input = Json)]
pub async fn count_stage_leads() -> Result<Vec<(StageId, i64)>> {
    store::words::held(&Context::current()?).await
}

/// Whether a stage holds more leads than it should.
#[server(endpoint = "is_stage_over", input = Json)]
pub async fn is_stage_over(id: StageId) -> Result<bool> {
    store::words::is_over(&Context::current()?, id).await
}

/// Adds or changes a stage of a pipeline.
#[server(endpoint = "save_stage", input = Json)]
pub async fn save_stage(stage: crate::Stage) -> Result<crate::Stage> {
    store::words::save_stage(&Context::current()?, &stage).await
}

/// Puts the stages of a pipeline in this order.
#[server(endpoint = "order_stages", input = Json)]
pub async fn order_stages(ids: Vec<StageId>) -> Result<()> {
    store::words::order_stages(&Context::current()?, &ids).await
}

/// Deletes a stage; its leads go to another one.
#[server(endpoint = "delete_stage", input = Json)]
pub async fn delete_stage(id: StageId, leads_to: StageId) -> Result<()> {
    store::words::delete_stage(&Context::current()?, id, leads_to).await
}

/// Adds or changes an entry of a word list.
#[server(endpoint = "save_word", input = Json)]
pub async fn save_word(list: crate::WordList, edit: crate::WordEdit) -> Result<crate::Word> {
    store::words::save_word(&Context::current()?, list, &edit).await
}

/// Deletes an entry of a word list; what used it goes to another entry.
#[server(endpoint = "delete_word", input = Json)]
pub async fn delete_word(list: crate::WordList, id: i64, goes_to: Option<i64>) -> Result<()> {
    store::words::delete_word(&Context::current()?, list, id, goes_to).await
}
