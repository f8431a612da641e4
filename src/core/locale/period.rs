//! Years and their histogram: what the page says about them, in both languages.

use crate::domain::localized::Language;

use super::format::number;

/// Years and their histogram.
#[derive(Clone, Copy, Debug)]
pub struct PeriodTexts {
    /// Legend.
    pub heading: &'static str,
    /// Field for the first year.
    pub from: &'static str,
    /// Field for the last year.
    pub to: &'static str,
    /// Name of the handle for the first year.
    pub first_year: &'static str,
    /// Name of the handle for the last year.
    pub last_year: &'static str,
    /// Where a text is no year.
    pub no_year: fn(text: &str) -> String,
    /// Where the first year comes after the last.
    pub reversed: fn(from: u16, to: u16) -> String,
    /// Checkbox.
    pub include_undated: &'static str,
    /// Button beside it.
    pub only_undated: &'static str,
    /// Name of that button.
    pub only_undated_name: &'static str,
    /// What the histogram shows.
    pub chart: &'static str,
    /// What the histogram shows where nothing has a date.
    pub chart_empty: &'static str,
    /// Where most run.
    pub most: fn(year: &str, running: u32) -> String,
    /// What the full part of a bar means; heading of a column.
    pub running: &'static str,
    /// What the pale part of a bar means; heading of a column.
    pub perhaps: &'static str,
    /// The numbers of a year.
    pub reading: fn(year: &str, running: u32, perhaps: u32) -> String,
    /// The first bar where it stands for all years before it as well.
    pub and_earlier: fn(year: u16) -> String,
    /// What that bar counts.
    pub gathers: fn(year: u16) -> String,
    /// Opens the table of the histogram.
    pub table: &'static str,
    /// Heading of a column.
    pub year: &'static str,
}

pub(super) const DE: PeriodTexts = PeriodTexts {
    heading: "Zeitraum",
    from: "von",
    to: "bis",
    first_year: "Erstes Jahr",
    last_year: "Letztes Jahr",
    no_year: |text| format!("„{text}“ ist keine Jahreszahl. Bitte vier Ziffern eingeben, zum Beispiel 2015."),
    reversed: |from, to| format!("Das erste Jahr ({from}) liegt nach dem letzten ({to})."),
    include_undated: "ohne Angabe eines Datums einbeziehen",
    only_undated: "nur diese zeigen",
    only_undated_name: "Nur diese zeigen: ohne Angabe eines Datums",
    chart: "Laufende Kooperationen je Jahr",
    chart_empty: "Zu keiner Kooperation ist ein Datum bekannt.",
    most: |year, running| format!("am meisten {year} ({})", number(running.into(), Language::German)),
    running: "laufen",
    perhaps: "begonnen, Ende nicht bekannt",
    reading: |year, running, perhaps| {
        let [running, perhaps_running] = [running, perhaps].map(|n| number(n.into(), Language::German));
        if perhaps == 0 {
            format!("{year}: {running} laufen")
        } else {
            format!("{year}: {running} laufen, {perhaps_running} vielleicht noch")
        }
    },
    and_earlier: |year| format!("bis {year}"),
    gathers: |year| format!("Der erste Balken zählt alle Jahre bis {year}."),
    table: "Zahlen je Jahr",
    year: "Jahr",
};

pub(super) const EN: PeriodTexts = PeriodTexts {
    heading: "Period",
    from: "from",
    to: "to",
    first_year: "First year",
    last_year: "Last year",
    no_year: |text| format!("“{text}” is no year. Please enter four digits, for example 2015."),
    reversed: |from, to| format!("The first year ({from}) is after the last ({to})."),
    include_undated: "include those without a stated date",
    only_undated: "show only these",
    only_undated_name: "Show only these: without a stated date",
    chart: "Cooperations running per year",
    chart_empty: "No date is known of any cooperation.",
    most: |year, running| format!("most in {year} ({})", number(running.into(), Language::English)),
    running: "running",
    perhaps: "started, end not known",
    reading: |year, running, perhaps| {
        let [running, perhaps_running] = [running, perhaps].map(|n| number(n.into(), Language::English));
        if perhaps == 0 {
            format!("{year}: {running} running")
        } else {
            format!("{year}: {running} running, {perhaps_running} perhaps still")
        }
    },
    and_earlier: |year| format!("until {year}"),
    gathers: |year| format!("The first bar counts all years until {year}."),
    table: "Numbers per year",
    year: "Year",
};
