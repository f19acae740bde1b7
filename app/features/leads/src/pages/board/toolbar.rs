use fields::{Asked, FilterBar, FilterChips};
use kernel::{Area, Can, PipelineId, StageId, ts, use_i18n, use_live, use_me};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use ui::{Announcer, Badge, Choice, Dialog, Field, IconName, LinkButton, Meaning, Select, Shortcuts, Tone};
use views::Viewing;

use super::header::choices;
use super::store::BoardStore;
use crate::pages::address;
use crate::pages::filter_bar::filtering;
use crate::pages::new::LeadForm;
use crate::pages::view_switch::ViewSwitch;
use crate::{BoardGroup, BoardQuery, BoardSort};

/// Opens the form for a new lead over the board. In context for the columns.
#[derive(Clone, Copy)]
pub struct Adding {
    stage: RwSignal<Option<StageId>>,
}

impl Adding {
    /// For a new lead in this stage.
    pub fn open(self, stage: StageId) {
        self.stage.set(Some(stage));
    }
}

/// Which board, which leads, in which order; and the ways out: list, import, new lead.
#[component]
pub fn BoardToolbar(store: BoardStore, viewing: Viewing) -> impl IntoView {
    let adding = Adding { stage: RwSignal::new(None) };
    provide_context(adding);
    let is_adding = Signal::derive(move || adding.stage.get().is_some());
    let (navigate, location) = (use_navigate(), use_location());
    let go = Callback::new(move |query: BoardQuery| {
        // Beside an opened lead the board changes and the lead stays.
        let path = location.pathname.get_untracked();
        let path = if path.starts_with("/leads/board") { path } else { "/leads/board".to_owned() };
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&lists::address::with_params(&path, &address::board_params(&query)), options);
    });
    let filter = Signal::derive(move || store.query.with(|query| query.filter.clone()));
    let apply = Callback::new(move |filter: Asked| {
        go.run(BoardQuery { filter, ..store.query.get_untracked() });
    });
    let filtering = filtering(filter, apply, store.words.into());
    view! {
        <div class="list-toolbar">
            <PipelineChoice store=store go=go />
            <FilterBar filtering=filtering search_label=ts!("filter-search") />
            <OrderChoices store=store go=go />
            <Connection />
            <div class="list-toolbar__end">
                <ViewSwitch viewing=viewing />
                <NewButtons />
            </div>
        </div>
        <FilterChips filtering=filtering />
        {add_dialog(is_adding, move || adding.stage.set(None), store, adding)}
    }
}

/// Import and new lead, for those who may.
#[component]
pub fn NewButtons() -> impl IntoView {
    let me = use_me();
    let import = me.actor.has(Area::Leads, Can::Import);
    let create = me.actor.has(Area::Leads, Can::Create);
    view! {
        {import.then(|| view! { <LinkButton label=ts!("board-import") href="/imports/new" icon=IconName::Import /> })}
        {create.then(|| view! { <LinkButton label=ts!("board-new") href="/leads/new" icon=IconName::Plus tone=Tone::Primary /> })}
    }
}

/// The pipelines, when there are several.
#[component]
fn PipelineChoice(store: BoardStore, go: Callback<BoardQuery>) -> impl IntoView {
    let chosen = RwSignal::new(store.pipeline.with_untracked(|pipeline| pipeline.id.to_string()));
    Effect::new(move |_| chosen.set(store.pipeline.with(|pipeline| pipeline.id.to_string())));
    let pipelines = Signal::derive(move || {
        store.words.with(|words| {
            words.pipelines.iter().map(|p| Choice::new(p.id.to_string(), p.name.clone())).collect::<Vec<_>>()
        })
    });
    let show = move |id: PipelineId| {
        go.run(BoardQuery { pipeline: Some(id), ..store.query.get_untracked() });
        spawn_local(async move {
            // Who cannot be reached, or has left, opens the usual board next time.
            drop(staff::save_preference("leads.pipeline".into(), id.0.into()).await);
        });
    };
    let change = move |id: String| {
        if let Ok(id) = id.parse() {
            show(PipelineId(id));
        }
    };
    next_by_key(store, show);
    view! {
        <Show when=move || pipelines.with(|all| all.len() > 1)>
            <Field label=ts!("board-pipeline") name="pipeline" id="board-pipeline" label_hidden=true>
                <Select name="pipeline" value=chosen choices=pipelines on_change=change />
            </Field>
        </Show>
    }
}

/// `p` shows the next pipeline, if there are several.
fn next_by_key(store: BoardStore, show: impl Fn(PipelineId) + Copy + Send + Sync + 'static) {
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    let next = move || {
        let all = store.words.with_untracked(|words| words.pipelines.clone());
        let shown = store.pipeline.with_untracked(|pipeline| pipeline.id);
        let at = all.iter().position(|pipeline| pipeline.id == shown).unwrap_or_default();
        let Some(next) = all.get((at + 1) % all.len().max(1)).filter(|next| next.id != shown) else { return };
        announcer.announce(i18n.text("board-pipeline-shown", &[("name", next.name.as_str().into())]));
        show(next.id);
    };
    let words = move |key: &'static str| Signal::derive(move || i18n.text(key, &[]));
    if store.words.with_untracked(|words| words.pipelines.len() > 1) {
        Shortcuts::here().add("p", words("board-keys"), words("board-key-pipeline"), next);
    }
}

/// The order within columns, and what the columns are.
#[component]
fn OrderChoices(store: BoardStore, go: Callback<BoardQuery>) -> impl IntoView {
    let i18n = use_i18n();
    let code = |query: &BoardQuery| query.sort.code().to_owned();
    let group =
        |query: &BoardQuery| if query.group == BoardGroup::Owner { "owner" } else { "stage" }.to_owned();
    let sort = RwSignal::new(store.query.with_untracked(code));
    let grouped = RwSignal::new(store.query.with_untracked(group));
    Effect::new(move |_| {
        store.query.with(|query| {
            sort.set(code(query));
            grouped.set(group(query));
        });
    });
    let sorts = Signal::derive(move || choices(i18n, "board-sort", &BoardSort::ALL.map(BoardSort::code)));
    let groups = Signal::derive(move || choices(i18n, "board-group", &["stage", "owner"]));
    let resort = move |code: String| {
        let sort = BoardSort::parse(&code).unwrap_or_default();
        go.run(BoardQuery { sort, ..store.query.get_untracked() });
    };
    let regroup = move |code: String| {
        let group = if code == "owner" { BoardGroup::Owner } else { BoardGroup::Stage };
        go.run(BoardQuery { group, ..store.query.get_untracked() });
    };
    view! {
        <Field label=ts!("board-sort") name="sort" id="board-sort" label_hidden=true>
            <Select name="sort" value=sort choices=sorts on_change=resort />
        </Field>
        <Field label=ts!("board-group") name="group" id="board-group" label_hidden=true>
            <Select name="group" value=grouped choices=groups on_change=regroup />
        </Field>
    }
}

/// Says when what others do does not arrive.
#[component]
fn Connection() -> impl IntoView {
    let (i18n, connected) = (use_i18n(), use_live().is_connected());
    view! {
        <span role="status">
            {move || {
                (!connected.get()).then(|| view! { <Badge text=i18n.text("board-offline", &[]) meaning=Meaning::Warning icon=IconName::Warning /> })
            }}
        </span>
    }
}

kernel::lazy_part! {
    leads_later: fn add_dialog(store: BoardStore, adding: Adding) => view! {
        <AddDialog store=store adding=adding />
    }
}

/// The form for a new lead, over the board.
#[component]
fn AddDialog(store: BoardStore, adding: Adding) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(adding.stage.get().is_some()));
    let created = Callback::new(move |_: crate::Lead| open.set(false));
    view! {
        <Dialog id="add-dialog" title=ts!("board-new") close_label=ts!("lead-close") open=open on_close=move |()| adding.stage.set(None)>
            {move || {
                let stage = adding.stage.get_untracked();
                let cancel = Callback::new(move |()| open.set(false));
                view! { <LeadForm words=store.words.get_untracked() stage=stage is_short=true created=created cancel=cancel /> }
            }}
        </Dialog>
    }
}
