//! What stands in the toolbar of a list: a button, and the dialog that it opens.

use fields::{FieldKey, Total};
use kernel::{ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use ui::{
    Banner, Button, Checkbox, Choice, Dialog, DialogBody, DialogFooter, DialogSize, Field, FormStack,
    IconButton, IconName, LinkButton, Meaning, MenuItem, RadioGroup, Select, Shortcuts, Size, Skeleton,
    SkeletonShape, Tone,
};

use crate::{Delimiter, ExportWish, Offer, OfferedColumn, prepare_export, start_export};

/// The button. What is exported is what the list shows: `address` is the part of its address behind the question mark,
/// `shown` the keys of its columns.
#[component]
pub fn ExportButton(
    /// The word of the kind: `leads`.
    kind: &'static str,
    #[prop(into)] address: Signal<String>,
    #[prop(into)] shown: Signal<Vec<FieldKey>>,
    /// Only these records, if there are any.
    #[prop(optional, into)]
    ids: Signal<Vec<i64>>,
    /// Without these, where no records are named.
    #[prop(optional, into)]
    except: Signal<Vec<i64>>,
) -> impl IntoView {
    let (i18n, open) = (use_i18n(), RwSignal::new(false));
    Shortcuts::here().offer(Signal::derive(move || {
        vec![MenuItem::run(i18n.text("export-action", &[]), move || open.set(true)).icon(IconName::Download)]
    }));
    let asked = Asked { kind, address, shown, ids, except, open };
    view! {
        <IconButton label=ts!("export-action") icon=IconName::Download tone=Tone::Neutral on_press=move |()| open.set(true) />
        {export_dialog(open, move || open.set(false), asked)}
    }
}

/// What the dialog is about.
#[derive(Clone, Copy)]
struct Asked {
    kind: &'static str,
    address: Signal<String>,
    shown: Signal<Vec<FieldKey>>,
    ids: Signal<Vec<i64>>,
    except: Signal<Vec<i64>>,
    open: RwSignal<bool>,
}

impl Asked {
    fn wish(self) -> ExportWish {
        ExportWish {
            kind: self.kind.to_owned(),
            address: self.address.get_untracked(),
            ids: self.ids.get_untracked(),
            except: self.except.get_untracked(),
            columns: Vec::new(),
        }
    }
}

kernel::lazy_part! {
    exports_later: fn export_dialog(asked: Asked) => view! { <ExportDialog asked=asked /> }
}

#[component]
fn ExportDialog(asked: Asked) -> impl IntoView {
    view! {
        <Dialog id="export-dialog" title=ts!("export-title") close_label=ts!("export-close") open=asked.open size=DialogSize::Medium>
            <Offered asked=asked />
        </Dialog>
    }
}

#[component]
fn Offered(asked: Asked) -> impl IntoView {
    let i18n = use_i18n();
    let offer = LocalResource::new(move || prepare_export(asked.wish()));
    move || match offer.get() {
        None => view! {
            <DialogBody>
                <Skeleton label=ts!("export-loading") shape=SkeletonShape::Rows count=6 />
            </DialogBody>
        }
        .into_any(),
        Some(Err(error)) => {
            let text = Signal::derive(move || i18n.render(&error.text()));
            view! {
                <DialogBody>
                    <Banner text=text meaning=Meaning::Negative live=true />
                </DialogBody>
            }
            .into_any()
        }
        Some(Ok(offer)) => view! { <Choices asked=asked offer=offer /> }.into_any(),
    }
}

/// A column with its tick.
#[derive(Clone)]
struct Line {
    column: OfferedColumn,
    is_on: RwSignal<bool>,
}

/// Those that the list shows come first, in its order, and are ticked.
fn lines(shown: &[FieldKey], columns: Vec<OfferedColumn>) -> Vec<Line> {
    let place = |column: &OfferedColumn| shown.iter().position(|key| *key == column.key);
    let mut columns: Vec<(Option<usize>, OfferedColumn)> =
        columns.into_iter().map(|column| (place(&column), column)).collect();
    columns.sort_by_key(|(place, _)| place.unwrap_or(usize::MAX));
    let line = |(place, column): (Option<usize>, OfferedColumn)| Line {
        column,
        is_on: RwSignal::new(place.is_some()),
    };
    columns.into_iter().map(line).collect()
}

#[component]
fn Choices(asked: Asked, offer: Offer) -> impl IntoView {
    let i18n = use_i18n();
    let lines = StoredValue::new(lines(&asked.shown.get_untracked(), offer.columns));
    let format = RwSignal::new("csv".to_owned());
    let delimiter = RwSignal::new(Delimiter::of(i18n.language()).code().to_owned());
    let chosen = Memo::new(move |_| {
        lines.with_value(|lines| {
            let on = lines.iter().filter(|line| line.is_on.get());
            on.map(|line| line.column.key.clone()).collect::<Vec<_>>()
        })
    });
    let wish = move || ExportWish { columns: chosen.get_untracked(), ..asked.wish() };
    let count = move || match offer.total {
        Total::Exactly(count) => i18n.text("export-count", &[("count", count.into())]),
        Total::AtLeast(count) => i18n.text("export-count-more", &[("count", count.into())]),
    };
    let formats = Signal::derive(move || {
        let choice = |value: &str, key| Choice::new(value, i18n.text(key, &[]));
        vec![choice("csv", "export-format-csv"), choice("xlsx", "export-format-xlsx")]
    });
    view! {
        <DialogBody>
            <FormStack>
                <p>{count}</p>
                <RadioGroup legend=ts!("export-format") name="format" value=format choices=formats />
                <Show when=move || format.with(|format| format == "csv")>
                    <DelimiterField delimiter=delimiter />
                </Show>
                <ColumnTicks lines=lines />
            </FormStack>
        </DialogBody>
        <DialogFooter>
            {move || match format.with(|format| format == "csv") {
                _ if chosen.with(Vec::is_empty) => ().into_any(),
                true => {
                    let href = Signal::derive(move || delimiter.with(|delimiter| text_address(&wish(), delimiter)));
                    view! { <FetchText href=href open=asked.open /> }.into_any()
                }
                false => view! { <MakeWorkbook wish=Callback::new(move |()| wish()) open=asked.open /> }.into_any(),
            }}
            <Button label=ts!("export-close") on_press=move |()| asked.open.set(false) />
        </DialogFooter>
    }
}

#[component]
fn DelimiterField(delimiter: RwSignal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let choices = Signal::derive(move || {
        Delimiter::ALL
            .map(|delimiter| Choice::new(delimiter.code(), i18n.text(delimiter.label(), &[])))
            .to_vec()
    });
    view! {
        <Field label=ts!("export-delimiter") name="delimiter" id="export-delimiter" hint=ts!("export-delimiter-hint")>
            <Select name="delimiter" value=delimiter choices=choices />
        </Field>
    }
}

#[component]
fn ColumnTicks(lines: StoredValue<Vec<Line>>) -> impl IntoView {
    let i18n = use_i18n();
    let all =
        move |is_on: bool| lines.with_value(|lines| lines.iter().for_each(|line| line.is_on.set(is_on)));
    let tick = move |line: Line| {
        let label = line.column.label;
        view! {
            <li>
                <Checkbox
                    label=Signal::derive(move || i18n.render(&label))
                    name=line.column.key.to_string()
                    id=format!("export-{}", line.column.key)
                    checked=line.is_on
                />
            </li>
        }
    };
    view! {
        <fieldset class="export-columns">
            <legend class="export-columns__legend">{move || i18n.text("export-columns", &[])}</legend>
            <div class="export-columns__buttons">
                <Button label=ts!("export-all") size=Size::Small on_press=move |()| all(true) />
                <Button label=ts!("export-none") size=Size::Small on_press=move |()| all(false) />
            </div>
            <ul class="export-columns__list" role="list">{lines.get_value().into_iter().map(tick).collect_view()}</ul>
        </fieldset>
    }
}

/// A link, so that the browser saves the file as it comes.
#[component]
fn FetchText(href: Signal<String>, open: RwSignal<bool>) -> impl IntoView {
    let close = move |_| set_timeout(move || open.set(false), std::time::Duration::from_millis(50));
    view! {
        <span on:click=close>
            <LinkButton label=ts!("export-download") href=href icon=IconName::Download tone=Tone::Primary download=true />
        </span>
    }
}

#[component]
fn MakeWorkbook(wish: Callback<(), ExportWish>, open: RwSignal<bool>) -> impl IntoView {
    let (problems, navigate, busy) = (use_problems(), use_navigate(), RwSignal::new(false));
    let start = move |()| {
        let navigate = navigate.clone();
        busy.set(true);
        spawn_local(async move {
            match start_export(wish.run(())).await {
                Ok(export) => {
                    open.set(false);
                    navigate(&format!("/exports/{}", export.id), Default::default());
                }
                Err(error) => problems.report(error),
            }
            let _gone = busy.try_set(false);
        });
    };
    view! { <Button label=ts!("export-make") icon=IconName::Download tone=Tone::Primary busy=busy on_press=start /> }
}

/// Where a file of text is fetched.
fn text_address(wish: &ExportWish, delimiter: &str) -> String {
    let columns = wish.columns.iter().map(FieldKey::as_str).collect::<Vec<_>>().join(",");
    let joined = |ids: &[i64]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let mut address = format!("/export/{}?columns={columns}&delimiter={delimiter}", wish.kind);
    if !wish.ids.is_empty() {
        return address + &format!("&ids={}", joined(&wish.ids));
    }
    if !wish.except.is_empty() {
        address += &format!("&except={}", joined(&wish.except));
    }
    if !wish.address.is_empty() {
        address += &format!("&{}", wish.address);
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_file_says_which_records_are_left_out() {
        let wish = |ids: &[i64], except: &[i64]| ExportWish {
            kind: "leads".into(),
            address: "q=ada".into(),
            ids: ids.to_vec(),
            except: except.to_vec(),
            columns: vec!["name".into()],
        };
        let address = |wish| text_address(&wish, "comma");
        assert_eq!(address(wish(&[], &[])), "/export/leads?columns=name&delimiter=comma&q=ada");
        assert_eq!(
            address(wish(&[], &[3, 5])),
            "/export/leads?columns=name&delimiter=comma&except=3,5&q=ada"
        );
        assert_eq!(address(wish(&[7], &[])), "/export/leads?columns=name&delimiter=comma&ids=7");
    }
}
