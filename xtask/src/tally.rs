//! How many tests passed, failed and were skipped, read from the closing lines of the runners.
use std::{fmt, ops::AddAssign};

/// A count of tests. Displayed, it is the last line of `cargo xtask test`.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Tests that went well.
    pub passed: u64,
    /// Tests that failed, ran out of time or were stopped.
    pub failed: u64,
    /// Tests that did not run.
    pub skipped: u64,
}

impl Tally {
    /// One failure: what a step counts as that could not even start its tests.
    pub const FAILURE: Self = Self { passed: 0, failed: 1, skipped: 0 };

    /// Adds up the closing lines of `cargo nextest run`. Tests that a filter left out count as skipped there.
    pub fn of_nextest(lines: &[String]) -> Self {
        lines.iter().filter_map(|line| nextest(line)).fold(Self::default(), Self::plus)
    }

    /// Adds up the closing lines of `cargo test`: one for each test program.
    pub fn of_cargo_test(lines: &[String]) -> Self {
        lines.iter().filter_map(|line| cargo_test(line)).fold(Self::default(), Self::plus)
    }

    /// Adds up the closing lines of Playwright's list reporter.
    pub fn of_playwright(lines: &[String]) -> Self {
        lines.iter().filter_map(|line| playwright(line)).fold(Self::default(), Self::plus)
    }

    /// What the runner's exit code adds: a runner that failed without a failed test has failed itself.
    pub fn with_outcome(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    fn plus(mut self, other: Self) -> Self {
        self += other;
        self
    }

    /// Counts `number` tests under the runner's word for their end; an unknown word counts nothing.
    fn count(&mut self, number: u64, word: &str) {
        match word {
            // A story that passed at its second try, where there is one, is named in the runner's own report.
            "passed" | "flaky" => self.passed += number,
            "failed" | "timed out" | "exec failed" | "interrupted" => self.failed += number,
            "skipped" | "ignored" | "did not run" => self.skipped += number,
            _ => {}
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// `     Summary [   0.9s] 10 tests run: 8 passed (1 slow, 2 leaky), 2 failed, 1 skipped`
fn nextest(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim_start().strip_prefix("Summary [")?.split_once(" run: ")?;
    let mut plain = String::new();
    let mut depth = 0_u32;
    for character in counts.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            other if depth == 0 => plain.push(other),
            _ => {}
        }
    }
    Some(counted(plain.split(',')))
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`
fn cargo_test(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    Some(counted(counts.split(';')))
}

/// `  12 passed (11.2s)`, `  1 failed`, `  2 did not run`: one line for each word.
fn playwright(line: &str) -> Option<Tally> {
    let entry = line.strip_prefix("  ")?;
    if !entry.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    Some(counted(std::iter::once(entry.split(" (").next()?)))
}

fn counted<'a>(entries: impl Iterator<Item = &'a str>) -> Tally {
    let mut tally = Tally::default();
    for entry in entries {
        let Some((number, word)) = entry.trim().split_once(' ') else { continue };
        if let Ok(number) = number.parse() {
            tally.count(number, word.trim());
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn nextest_counts_without_what_stands_in_brackets() {
        let text = "   Summary [   0.912s] 10/11 tests run: 7 passed (1 slow, 2 leaky), 2 failed (1 due to being leaky), 1 timed out, 4 skipped";
        assert_eq!(Tally::of_nextest(&lines(text)), Tally { passed: 7, failed: 3, skipped: 4 });
        let text = "     Summary [   0.005s] 1 test run: 1 passed, 0 skipped";
        assert_eq!(Tally::of_nextest(&lines(text)), Tally { passed: 1, failed: 0, skipped: 0 });
    }

    #[test]
    fn cargo_test_counts_every_program() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.00s\n\
                    test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Tally::of_cargo_test(&lines(text)), Tally { passed: 5, failed: 1, skipped: 1 });
    }

    #[test]
    fn playwright_counts_its_closing_lines_and_not_its_list() {
        let text = "  ✓  1 [chromium] › a.spec.ts:3:1 › 12 passed gates (1.1s)\n  1 failed\n    [chromium] › b.spec.ts\n  1 flaky\n  2 skipped\n  3 did not run\n  12 passed (11.2s)";
        assert_eq!(Tally::of_playwright(&lines(text)), Tally { passed: 13, failed: 1, skipped: 5 });
    }

    #[test]
    fn a_runner_that_breaks_counts_as_a_failure() {
        assert_eq!(Tally::default().with_outcome(false), Tally::FAILURE);
        assert_eq!(Tally::FAILURE.with_outcome(false), Tally::FAILURE);
        assert_eq!(Tally::default().with_outcome(true), Tally::default());
    }

    #[test]
    fn the_closing_line_has_the_plain_form() {
        assert_eq!(Tally { passed: 3, failed: 0, skipped: 1 }.to_string(), "3 passed, 0 failed, 1 skipped");
    }
}
