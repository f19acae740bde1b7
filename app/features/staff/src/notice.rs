use serde::{Deserialize, Serialize};

/// What somebody can be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// Somebody else made a record theirs.
    Assigned,
    /// A reminder that they set, or that was set for them, is due.
    Reminder,
    /// Somebody else gave them a task.
    Task,
    /// A file that they wanted is ready.
    Export,
    /// A file that they brought in is in, or could not be brought in.
    Import,
    /// Long work over many records that they began is over.
    Run,
    /// A webhook that they answer for was switched off.
    Webhook,
}

/// How somebody is told. Whatever is told is also under the bell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Under the bell, and by a mail of its own at once.
    Mail,
    /// Under the bell, and in the one mail of the morning if it was not read before.
    Digest,
    /// Under the bell only.
    App,
    /// Not at all.
    None,
}

/// How somebody is told of one kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeChoice {
    /// Of what.
    pub notice: Notice,
    /// How.
    pub channel: Channel,
}

impl Notice {
    /// All of them, in the order of the settings page.
    pub const ALL: [Self; 7] =
        [Self::Assigned, Self::Task, Self::Reminder, Self::Export, Self::Import, Self::Run, Self::Webhook];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Reminder => "reminder",
            Self::Task => "task",
            Self::Export => "export",
            Self::Import => "import",
            Self::Run => "run",
            Self::Webhook => "webhook",
        }
    }

    /// The kind of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.code() == code)
    }

    /// How people are told who have chosen nothing.
    pub fn usual(self) -> Channel {
        match self {
            Self::Assigned | Self::Reminder | Self::Webhook => Channel::Mail,
            Self::Task | Self::Export | Self::Import | Self::Run => Channel::App,
        }
    }

    /// The key of its name on the settings page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Assigned => "notice-assigned",
            Self::Reminder => "notice-reminder",
            Self::Task => "notice-task",
            Self::Export => "notice-export",
            Self::Import => "notice-import",
            Self::Run => "notice-run",
            Self::Webhook => "notice-webhook",
        }
    }

    /// The key of the sentence about many of them that one long run brought, with `count`.
    pub fn many(self) -> &'static str {
        match self {
            Self::Assigned => "notice-assigned-many",
            Self::Reminder => "notice-reminder-many",
            Self::Task => "notice-task-many",
            Self::Export => "notice-export-many",
            Self::Import => "notice-import-many",
            Self::Run => "notice-run-many",
            Self::Webhook => "notice-webhook-many",
        }
    }
}

impl Channel {
    /// All of them, from the loudest to silence.
    pub const ALL: [Self; 4] = [Self::Mail, Self::Digest, Self::App, Self::None];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Digest => "digest",
            Self::App => "app",
            Self::None => "none",
        }
    }

    /// The channel of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// The key of its name on the settings page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Mail => "notice-by-mail",
            Self::Digest => "notice-by-digest",
            Self::App => "notice-by-app",
            Self::None => "notice-by-none",
        }
    }
}
