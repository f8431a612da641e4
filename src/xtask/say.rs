//! Everything that the chores tell the person at the desk.
//!
//! A step is one line: its name when it begins, its mark and time when it ends.

use std::fmt::Display;
use std::io::{Write, stdout};
use std::time::Duration;

/// Prints one line.
pub(crate) fn line(text: impl Display) {
    // A reader that went away (`cargo xtask check | head`) is no reason to fail.
    let _ = writeln!(stdout(), "{text}");
}

/// Begins the line of a step, which [`end`] completes.
pub(crate) fn begin(text: impl Display) {
    let mut out = stdout();
    let _ = write!(out, "{text} … ");
    let _ = out.flush();
}

/// Completes the line of a step.
pub(crate) fn end(passed: bool, elapsed: Duration) {
    line(format_args!("{} {}", mark(passed), time(elapsed)));
}

/// A tick or a cross.
pub(crate) fn mark(passed: bool) -> &'static str {
    if passed { "✓" } else { "✗" }
}

/// A time span as people say it: `0.4 s`, `12 s`, `3 min 12 s`.
pub(crate) fn time(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", elapsed.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// A number of bytes as people say it: `980 B`, `52.1 kB`.
pub(crate) fn size(bytes: u64) -> String {
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

/// A number of bytes in megabytes with one decimal: `1.3`.
pub(crate) fn megabytes(bytes: usize) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    #[test]
    fn megabytes_are_rounded() {
        assert_eq!(megabytes(1_249_999), "1.2");
        assert_eq!(megabytes(1_250_000), "1.3");
    }

    use super::*;

    #[test]
    fn times_are_said_in_seconds_and_minutes() {
        assert_eq!(time(Duration::from_millis(430)), "0.4 s");
        assert_eq!(time(Duration::from_secs(59)), "59 s");
        assert_eq!(time(Duration::from_secs(192)), "3 min 12 s");
    }

    #[test]
    fn sizes_are_said_in_kilobytes() {
        assert_eq!(size(980), "980 B");
        assert_eq!(size(52_149), "52.1 kB");
    }
}
