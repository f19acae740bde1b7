use leptos::prelude::*;

use super::Part;
use crate::{
    Card, Checkbox, Choice, Crop, CropTexts, Fieldset, FileDrop, FileProgress, FormStack, InlineEdit,
    RadioGroup, Switch,
};

#[component]
pub(super) fn Controls() -> impl IntoView {
    let company = RwSignal::new("Analytical Engines Ltd".to_owned());
    let choices = vec![
        Choice::new("skip", "Skip").hint("Rows that exist already stay as they are."),
        Choice::new("update", "Update").hint("Empty fields are filled."),
        Choice::new("replace", "Replace").disabled(true),
    ];
    view! {
        <Part title="Switches, choices, files">
            <div class="gallery__grid">
                <Card title="Yes and no">
                    <FormStack>
                        <Checkbox label="Visible to everybody" name="g-public" checked=RwSignal::new(true) />
                        <Checkbox label="Some of them" name="g-some" mixed=true />
                        <Checkbox label="Write a welcome mail" name="g-mailing" hint="It goes out within a minute." />
                        <Checkbox label="Not possible now" name="g-off" disabled=true />
                        <Switch label="Desktop notifications" name="g-notify" checked=RwSignal::new(true) hint="While this page is open." />
                        <Switch label="Weekly summary" name="g-weekly" />
                    </FormStack>
                </Card>
                <Card title="One of a few">
                    <Fieldset legend="Duplicates" hint="Found by e-mail address and phone number.">
                        <RadioGroup
                            legend="When a row exists already"
                            name="g-duplicates"
                            value=RwSignal::new("skip".to_owned())
                            choices=choices
                        />
                    </Fieldset>
                    <InlineEdit
                        id="g-inline"
                        label="Company"
                        value=company
                        empty_label="Add a company"
                        on_save=move |text| company.set(text)
                    />
                    <InlineEdit id="g-inline-empty" label="Position" value="" empty_label="Add a position" on_save=|_| () />
                </Card>
                <Card title="Files">
                    <FileDrop
                        id="g-files"
                        name="files"
                        label="Drop files here or choose them"
                        hint="PDF, pictures and tables up to 25 MB"
                        accept=".pdf,image/*,.csv"
                        multiple=true
                        on_files=|_| ()
                        progress=files()
                        cancel_label=|name: String| format!("Remove {name}")
                    />
                </Card>
                <Card title="A square of a picture">
                    <Crop
                        id="g-crop"
                        source=PICTURE
                        area=RwSignal::new(None)
                        texts=crop_texts()
                        percent=|zoom: i64| format!("{zoom} %")
                    />
                </Card>
            </div>
        </Part>
    }
}

/// A wide picture of a few bytes.
const PICTURE: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='200'%3E%3Crect \
    width='400' height='200' fill='teal'/%3E%3Ccircle cx='200' cy='100' r='70' fill='gold'/%3E%3C/svg%3E";

fn crop_texts() -> CropTexts {
    CropTexts {
        frame: "Part of the picture".to_owned(),
        hint: "Drag the picture, or move it with the arrow keys.".to_owned(),
        zoom: "Zoom".to_owned(),
        closer: "Closer".to_owned(),
        farther: "Farther away".to_owned(),
        whole: "Whole picture".to_owned(),
        centre: "Centre".to_owned(),
    }
}

fn files() -> Vec<FileProgress> {
    let file = |key: &str, name: &str, size: &str| FileProgress {
        key: key.to_owned(),
        name: name.to_owned(),
        size: size.to_owned(),
        fraction: Some(0.6),
        done: false,
        error: None,
    };
    vec![
        FileProgress { done: true, ..file("1", "contract.pdf", "1.2 MB") },
        file("2", "a-very-long-name-of-a-picture-from-the-site.jpg", "4.8 MB"),
        FileProgress { error: Some("Programs are not taken.".to_owned()), ..file("3", "setup.exe", "12 MB") },
    ]
}
