use leptos::prelude::*;

use super::Part;
use crate::{
    Avatar, AvatarSize, Badge, Banner, Breadcrumbs, Button, Card, Chip, EmptyState, IconName, KeyValue,
    KeyValues, LoadMore, Meaning, ProgressBar, Size, Skeleton, SkeletonShape, SortHeader, SortOrder, TabLink,
    TabLinks, TabList, TabPanel, TabPart, Table, Tone,
};

#[component]
pub(super) fn Surfaces() -> impl IntoView {
    let crumbs = vec![("People".to_owned(), Some("#".to_owned())), ("Ada Lovelace".to_owned(), None)];
    view! {
        <Part title="Surfaces">
            <Breadcrumbs label="Where you are" crumbs=crumbs />
            <Banner text="New rows arrive as soon as the connection is back." title="You are offline" meaning=Meaning::Warning>
                <Button label="Try again" size=Size::Small />
            </Banner>
            <div class="gallery__grid">
                <Banner text="The import ran through: 1,204 rows." meaning=Meaning::Positive dismiss_label="Dismiss" />
                <Banner text="The file could not be read. Save it as CSV and try again." meaning=Meaning::Negative />
                <Banner text="You see a saved view." meaning=Meaning::Accent />
                <Banner text="This record is locked." />
            </div>
            <TablePart />
            <div class="gallery__grid">
                <Facts />
                <Waiting />
                <Card title="Nothing yet">
                    <EmptyState icon=IconName::Note title="No notes yet" text="Write down what was said, so that others need not ask again.">
                        <Button label="Write a note" tone=Tone::Primary icon=IconName::Plus />
                    </EmptyState>
                </Card>
            </div>
        </Part>
    }
}

#[component]
fn TablePart() -> impl IntoView {
    let tabs = vec![
        TabLink::new("Overview", "#overview", true).icon(IconName::Dashboard),
        TabLink::new("Notes", "#notes", false).count("12"),
        TabLink::new("Files", "#files", false).count("3"),
        TabLink::new("History", "#history", false),
    ];
    let rows = [
        ("Ada Lovelace", "Analytical Engines", "12,345.50", 1, "In talks", true),
        ("Grace Hopper", "Compilers & Co", "980.00", 3, "New", false),
        ("Alan Turing", "Bletchley Works", "150,000.00", 8, "Offer sent", false),
    ];
    let row = |(name, company, value, hue, stage, chosen): (
        &'static str,
        &'static str,
        &'static str,
        u8,
        &'static str,
        bool,
    )| {
        view! {
            <tr aria-selected=chosen.then_some("true")>
                <td class="table__cell--main" data-label="Name">{name}</td>
                <td data-label="Company">{company}</td>
                <td data-label="State"><Chip text=stage hue=hue /></td>
                <td class="table__cell--number" data-label="Value">{value}</td>
                <td data-label="Person"><Avatar name=name size=AvatarSize::Small /></td>
            </tr>
        }
    };
    view! {
        <TabLinks label="Parts of the record" tabs=tabs />
        <Card title="A table" flush=true>
            <Table caption="People by value">
                <thead>
                    <tr>
                        <SortHeader label="Name" order=SortOrder::Ascending href="#name" />
                        <th scope="col">"Company"</th>
                        <th scope="col">"State"</th>
                        <SortHeader label="Value" order=SortOrder::None href="#value" number=true />
                        <th scope="col">"Person"</th>
                    </tr>
                </thead>
                <tbody>{rows.map(row).collect_view()}</tbody>
            </Table>
        </Card>
        <LoadMore label="Show 50 more" summary="3 of 6,000" on_press=|()| () />
    }
}

#[component]
fn Facts() -> impl IntoView {
    let chosen = RwSignal::new("facts".to_owned());
    let tabs = vec![
        TabPart { key: "facts".to_owned(), label: "Facts".to_owned() },
        TabPart { key: "more".to_owned(), label: "More".to_owned() },
    ];
    view! {
        <Card title="One record" actions=|| view! { <Badge text="Active" meaning=Meaning::Positive /> }>
            <TabList id="g-tabs" label="Parts" tabs=tabs chosen=chosen />
            <TabPanel id="g-tabs" chosen=chosen>
                <KeyValues>
                    <KeyValue label="E-mail"><a href="mailto:ada@example.test">"ada@example.test"</a></KeyValue>
                    <KeyValue label="Phone"><bdi dir="ltr">"+39 02 1234 5678"</bdi></KeyValue>
                    <KeyValue label="Value"><data value="1234550">"€ 12,345.50"</data></KeyValue>
                    <KeyValue label="Tags"><Chip text="Export" hue=0 /></KeyValue>
                </KeyValues>
            </TabPanel>
        </Card>
    }
}

#[component]
fn Waiting() -> impl IntoView {
    view! {
        <Card title="Waiting">
            <div class="gallery__part">
                <ProgressBar label="Importing" fraction=Some(0.42) detail="42,000 of 100,000" />
                <ProgressBar label="Reading the file" fraction=None />
                <Skeleton label="Loading" />
                <Skeleton label="Loading" shape=SkeletonShape::Cards count=1 />
            </div>
        </Card>
    }
}
