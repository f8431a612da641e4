//! What a failed step tells: the step, the command, the end of its output and what to try.

use std::fmt;
use std::path::PathBuf;

const TAIL_LINES: usize = 60;

/// What cargo begins the lines with that say how far it is.
const PROGRESS: [&str; 6] = [
    "Checking",
    "Compiling",
    "Documenting",
    "Downloaded",
    "Downloading",
    "Fresh",
];

/// A step that did not work, with all that is needed to go on.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) title: String,
    pub(crate) command: String,
    /// How it ended.
    pub(crate) reason: String,
    /// The end of what it printed.
    pub(crate) output: String,
    /// Where all of that is.
    pub(crate) log: PathBuf,
    pub(crate) advice: String,
}

impl std::error::Error for Failure {}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "step     {}", self.title)?;
        writeln!(f, "command  {}", self.command)?;
        writeln!(f, "result   {}", self.reason)?;
        if !self.output.is_empty() {
            writeln!(f, "output   (its end; all of it is in {})", self.log.display())?;
            for line in self.output.lines() {
                writeln!(f, "         {line}")?;
            }
        }
        write!(f, "try      {}", self.advice)
    }
}

/// The end of an output as plain text, without the names of the crates on the way.
pub(crate) fn tail(output: &str) -> String {
    let plain = without_escapes(output);
    let progress = |line: &&str| PROGRESS.contains(&line.split_whitespace().next().unwrap_or_default());
    let lines: Vec<&str> = plain.lines().filter(|line| !progress(line)).collect();
    let skipped = lines.len().saturating_sub(TAIL_LINES);
    lines.into_iter().skip(skipped).collect::<Vec<_>>().join("\n")
}

fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
            continue;
        }
        // `ESC [ 3 1 m` sets a colour and ends with a letter; `ESC ( B` chooses a character set in one more.
        if characters.next() == Some('[') {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            characters.next();
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_output_is_cut_to_its_end() {
        let output = (0..100).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        let tail = tail(&output);
        assert_eq!(tail.lines().count(), TAIL_LINES);
        assert!(tail.ends_with("99"));
    }

    #[test]
    fn colours_and_progress_are_left_out() {
        assert_eq!(
            tail("   Compiling a v1.0.0\n\u{1b}[31merror\u{1b}(B\u{1b}[m: wrong"),
            "error: wrong"
        );
    }
}
