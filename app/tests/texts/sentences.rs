//! What stands in the `.ftl` files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use crate::sources;

/// The languages that every folder of texts has.
pub const LANGUAGES: [&str; 4] = ["en", "it", "fr", "ar"];
/// What a count can be in Arabic.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One file.
pub struct Sentences {
    pub folder: String,
    pub language: String,
    pub by_key: BTreeMap<String, Sentence>,
    /// The keys that other sentences of the file take in.
    pub mentions: BTreeSet<String>,
    /// What could not be read.
    pub broken: Vec<String>,
}

/// One sentence.
#[derive(Default)]
pub struct Sentence {
    /// The names of its gaps.
    pub gaps: BTreeSet<String>,
    /// Where a count chooses, each form that a count can have is there.
    pub counts_fully: bool,
}

impl Sentences {
    /// Every file of the program.
    pub fn all() -> Vec<Self> {
        let files = sources::files("ftl");
        assert!(
            files.iter().any(|path| path.ends_with("app/texts/en.ftl")),
            "the search begins in the wrong place"
        );
        files.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &std::path::Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let (folder, language) =
            (sources::name(path.parent().unwrap()), path.file_stem().unwrap().to_string_lossy().into());
        let (resource, errors) = match parser::parse(text.as_str()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let broken = errors.iter().map(|error| format!("{}: {error:?}", sources::name(path))).collect();
        let mut file = Self { folder, language, by_key: BTreeMap::new(), mentions: BTreeSet::new(), broken };
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => match &message.value {
                    Some(pattern) => file.add(message.id.name, pattern),
                    None => file.broken.push(format!("{} says nothing", message.id.name)),
                },
                Entry::Term(term) => file.walk(&term.value, &mut Sentence::default()),
                Entry::Junk { content } => file.broken.push(format!("{}: {content}", sources::name(path))),
                _ => {}
            }
        }
        file
    }

    fn add(&mut self, key: &str, pattern: &Pattern<&str>) {
        let mut sentence = Sentence { gaps: BTreeSet::new(), counts_fully: true };
        self.walk(pattern, &mut sentence);
        if self.by_key.insert(key.to_owned(), sentence).is_some() {
            self.broken.push(format!("{}/{}: `{key}` twice", self.folder, self.language));
        }
    }

    fn walk(&mut self, pattern: &Pattern<&str>, sentence: &mut Sentence) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.walk_expression(expression, sentence);
            }
        }
    }

    fn walk_expression(&mut self, expression: &Expression<&str>, sentence: &mut Sentence) {
        match expression {
            Expression::Inline(inline) => self.walk_inline(inline, sentence),
            Expression::Select { selector, variants } => {
                self.walk_inline(selector, sentence);
                let names: BTreeSet<_> = variants.iter().filter_map(|variant| word(&variant.key)).collect();
                // `other` alone is the default of any choice; another form says that a count chooses, and so does its name.
                let counts = FORMS[..5].iter().any(|form| names.contains(form)) || is_count(selector);
                sentence.counts_fully &= !counts || FORMS.iter().all(|form| names.contains(form));
                variants.iter().for_each(|variant| self.walk(&variant.value, sentence));
            }
        }
    }

    fn walk_inline(&mut self, inline: &InlineExpression<&str>, sentence: &mut Sentence) {
        match inline {
            InlineExpression::VariableReference { id } => drop(sentence.gaps.insert(id.name.to_owned())),
            InlineExpression::MessageReference { id, .. } => drop(self.mentions.insert(id.name.to_owned())),
            InlineExpression::FunctionReference { arguments, .. } => self.walk_arguments(arguments, sentence),
            InlineExpression::TermReference { arguments: Some(arguments), .. } => {
                self.walk_arguments(arguments, sentence)
            }
            InlineExpression::Placeable { expression } => self.walk_expression(expression, sentence),
            _ => {}
        }
    }

    fn walk_arguments(&mut self, arguments: &CallArguments<&str>, sentence: &mut Sentence) {
        arguments.positional.iter().for_each(|argument| self.walk_inline(argument, sentence));
        arguments.named.iter().for_each(|argument| self.walk_inline(&argument.value, sentence));
    }
}

fn is_count(selector: &InlineExpression<&str>) -> bool {
    matches!(selector, InlineExpression::VariableReference { id } if id.name == "count")
}

fn word<'a>(key: &VariantKey<&'a str>) -> Option<&'a str> {
    match key {
        VariantKey::Identifier { name } => Some(name),
        VariantKey::NumberLiteral { .. } => None,
    }
}
