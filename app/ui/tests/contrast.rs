//! The colours can be read: text at 4.5 to 1 and marks at 3 to 1 on every ground, in the light and in the dark theme (WCAG 2.2, 1.4.3 and 1.4.11).

#![expect(clippy::expect_used, reason = "a test that cannot read the sources has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const GROUNDS: [&str; 5] = ["canvas", "surface", "subtle", "raised", "sunken"];
const TEXTS: [&str; 7] = ["text", "soft", "muted", "link", "positive", "negative", "warning"];
const MARKS: [&str; 10] = [
    "control",
    "focus",
    "accent",
    "accent-line",
    "positive-line",
    "warning-line",
    "negative-line",
    "positive-solid",
    "warning-solid",
    "negative-solid",
];
const PAIRS: [(&str, &str); 13] = [
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-negative", "negative-solid"),
    ("on-negative", "negative-strong"),
    ("on-inverse", "inverse"),
    ("accent-ink", "accent-tint"),
    ("accent-ink", "accent-tint-strong"),
    ("muted", "accent-tint"),
    ("text", "selection"),
    ("negative", "negative-tint"),
    ("muted", "negative-tint"),
    ("positive", "positive-tint"),
    ("warning", "warning-tint"),
];

#[test]
fn text_and_marks_stand_out_from_every_ground() {
    let tokens = Tokens::read();
    let colour = |name: &str| format!("--color-{name}");
    let mut faint = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        let mut hold = |front: String, ground: String, least: f64| {
            let ratio = tokens.contrast(&front, &ground, theme);
            if ratio < least {
                faint.push(format!("{theme:?}: {front} on {ground} is {ratio:.2}, wanted {least}"));
            }
        };
        for ground in GROUNDS {
            TEXTS.iter().for_each(|text| hold(colour(text), colour(ground), 4.5));
            MARKS.iter().for_each(|mark| hold(colour(mark), colour(ground), 3.0));
            (1..=10).for_each(|hue| hold(format!("--hue-{hue}-ink"), colour(ground), 4.5));
            (1..=10).for_each(|hue| hold(format!("--hue-{hue}-dot"), colour(ground), 3.0));
        }
        (1..=10).for_each(|hue| hold(format!("--hue-{hue}-ink"), format!("--hue-{hue}"), 4.5));
        PAIRS.iter().for_each(|(front, ground)| hold(colour(front), colour(ground), 4.5));
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

/// Who asks the system for more contrast gets text at 7 to 1 (WCAG 2.2, 1.4.6), and lines that can be seen.
#[test]
fn who_asks_for_more_contrast_gets_it() {
    let tokens = Tokens::with_more_contrast();
    let mut faint = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        let mut hold = |front: &str, ground: &str, least: f64| {
            let (front, ground) = (format!("--color-{front}"), format!("--color-{ground}"));
            let ratio = tokens.contrast(&front, &ground, theme);
            if ratio < least {
                faint.push(format!("{theme:?}: {front} on {ground} is {ratio:.2}, wanted {least}"));
            }
        };
        for ground in GROUNDS {
            TEXTS.iter().for_each(|text| hold(text, ground, 7.0));
            ["line", "line-strong"].iter().for_each(|line| hold(line, ground, 3.0));
            ["control", "accent-line", "positive-line", "warning-line", "negative-line"]
                .iter()
                .for_each(|border| hold(border, ground, 7.0));
        }
        ["accent-ink", "negative", "positive", "warning"]
            .iter()
            .zip(["accent-tint", "negative-tint", "positive-tint", "warning-tint"])
            .for_each(|(text, tint)| hold(text, tint, 7.0));
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[derive(Clone, Copy, Debug)]
enum Theme {
    Light,
    Dark,
}

/// The custom properties of the token sheet by name.
struct Tokens(BTreeMap<String, String>);

impl Tokens {
    /// What everybody gets.
    fn read() -> Self {
        let text = sheet();
        Self(entries(text.split("[data-theme").next().unwrap_or_default()))
    }

    /// What those get who ask the system for more contrast.
    fn with_more_contrast() -> Self {
        let Self(mut tokens) = Self::read();
        let text = sheet();
        let raised = text.split("(prefers-contrast: more) {").nth(1).expect("tokens for more contrast");
        tokens.extend(entries(raised.split('}').next().unwrap_or_default()));
        Self(tokens)
    }

    fn contrast(&self, front: &str, ground: &str, theme: Theme) -> f64 {
        let (one, other) = (self.luminance(front, theme), self.luminance(ground, theme));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance of a token; a reference is followed.
    fn luminance(&self, name: &str, theme: Theme) -> f64 {
        let value = self.0.get(name).unwrap_or_else(|| panic!("{name} is not a token"));
        if let Some(other) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
            return self.luminance(other, theme);
        }
        let colours: Vec<&str> =
            value.split("oklch(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        let chosen = match theme {
            Theme::Light => colours.first(),
            Theme::Dark => colours.last(),
        };
        let numbers: Vec<f64> = chosen
            .expect("a colour")
            .split_whitespace()
            .take(3)
            .filter_map(|part| part.parse().ok())
            .collect();
        let [lightness, chroma, hue] = numbers[..] else {
            panic!("{name} is not written as lightness, chroma and hue")
        };
        luminance(lightness, chroma, hue)
    }
}

/// From OKLCH to linear sRGB, cut to what screens show, to luminance.
fn luminance(lightness: f64, chroma: f64, hue: f64) -> f64 {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let middle = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    let red = 4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short;
    let green = -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short;
    let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short;
    0.2126 * red.clamp(0.0, 1.0) + 0.7152 * green.clamp(0.0, 1.0) + 0.0722 * blue.clamp(0.0, 1.0)
}

fn sheet() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style/tokens.css");
    fs::read_to_string(path).expect("the token sheet")
}

/// The custom properties that a block sets.
fn entries(block: &str) -> BTreeMap<String, String> {
    let entry = |line: &str| {
        let (name, value) = line.rsplit_once('\n').map_or(line, |(_, last)| last).trim().split_once(':')?;
        Some((name.to_owned(), value.trim().to_owned()))
    };
    block.split(';').filter_map(entry).collect()
}
