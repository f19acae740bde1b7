//! Settings of the area: the stages of pipelines, and the lists of words.

use kernel::{Actor, Area, Can, Text};
use staff::SettingsLink;
use ui::IconName;

mod converted;
mod pipeline;
mod pipeline_delete;
mod pipeline_form;
mod stage_delete;
mod stage_form;
mod stage_line;
mod words;

pub use pipeline::PipelinePage;
pub use words::WordsPage;

/// The pages of this area under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    let sees = |actor: &Actor| actor.has(Area::Settings, Can::ViewAll);
    let link = |path, label, hint, icon| SettingsLink {
        path,
        label: Text::new(label),
        hint: Text::new(hint),
        icon,
        may: sees,
    };
    vec![
        link("/settings/pipeline", "pipeline-title", "pipeline-hint", IconName::Board),
        link("/settings/words", "words-title", "words-hint", IconName::Tag),
    ]
}
