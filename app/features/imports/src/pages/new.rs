use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use staff::pages::LoadProblem;
use ui::{Card, Choice, Field, FileDrop, FileProgress, Select};

use super::Frame;
use crate::{ImportKind, list_import_kinds};

/// What the browser offers to pick. The content decides, not the name: a file of another kind is answered with what to do.
const ACCEPTED: &str = ".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.vcf,text/csv,text/tab-separated-values,text/plain,text/vcard,\
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Pick a file; it is uploaded at once, and its own page goes on from there.
#[component]
pub fn NewImportPage() -> impl IntoView {
    let kinds = Resource::new(|| (), |()| list_import_kinds());
    view! {
        <Frame title=ts!("import-new") lead=ts!("import-new-lead") below=true>
            <Transition>
                {move || Suspend::new(async move {
                    match kinds.await {
                        Ok(kinds) => view! { <Picking kinds=kinds /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Transition>
        </Frame>
    }
}

#[component]
fn Picking(kinds: Vec<ImportKind>) -> impl IntoView {
    let i18n = use_i18n();
    let asked = use_query_map().with_untracked(|query| query.get("kind"));
    // Whoever comes from a list means its records; leads are what files are brought in of most.
    let mut meant = [asked.as_deref().unwrap_or_default(), "leads"].into_iter();
    let is_mine = |kind: &&str| kinds.iter().any(|mine| mine.kind == *kind);
    let first = meant.find(is_mine).map(str::to_owned);
    let first = first.or_else(|| kinds.first().map(|kind| kind.kind.clone()));
    let kind = RwSignal::new(first.unwrap_or_default());
    let is_choice = kinds.len() > 1;
    let choices = Signal::derive(move || {
        kinds.iter().map(|kind| Choice::new(kind.kind.clone(), i18n.render(&kind.title))).collect::<Vec<_>>()
    });
    let progress = RwSignal::new(Vec::<FileProgress>::new());
    #[cfg(target_arch = "wasm32")]
    let uploads = super::upload::Uploads::new(kind, progress);
    #[cfg(target_arch = "wasm32")]
    let (begin, stop) = (move |files| uploads.begin(files), move |_: String| uploads.stop());
    #[cfg(not(target_arch = "wasm32"))]
    let (begin, stop) = (move |_: Vec<web_sys::File>| {}, move |_: String| {});
    let cancel_label =
        Callback::new(move |name: String| i18n.text("import-upload-stop", &[("name", name.into())]));
    view! {
        <Card>
            <div class="import-new">
                <Show when=move || is_choice>
                    <Field label=ts!("import-kind") name="kind">
                        <Select name="kind" value=kind choices=choices />
                    </Field>
                </Show>
                <FileDrop
                    id="import-file"
                    name="file"
                    label=ts!("import-drop")
                    hint=ts!("import-drop-hint")
                    accept=ACCEPTED
                    on_files=begin
                    progress=progress
                    cancel_label=cancel_label
                    on_cancel=stop
                />
                <h2 class="import-new__title">{t!("import-help-title")}</h2>
                <ul class="import-new__help">
                    <li>{t!("import-help-excel")}</li>
                    <li>{t!("import-help-header")}</li>
                    <li>{t!("import-help-safe")}</li>
                </ul>
            </div>
        </Card>
    }
}
