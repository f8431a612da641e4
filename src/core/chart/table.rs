//! A chart as a table: what the page shows beside it, and what spreadsheets get.

use super::{Chart, Row};

/// What the columns of a chart's table are called.
#[derive(Clone, Copy, Debug)]
pub struct Heads<'a> {
    /// What is counted by.
    pub by: &'a str,
    /// The selection.
    pub first: &'a str,
    /// What it is compared with.
    pub second: &'a str,
    /// What may belong to the selection.
    pub first_perhaps: &'a str,
    /// What may belong to what it is compared with.
    pub second_perhaps: &'a str,
}

/// A column of numbers.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// What it is called.
    pub head: &'a str,
    /// Its number in a row.
    pub number: fn(&Row) -> u32,
}

/// The columns of a chart beside its names.
pub fn columns<'a>(chart: &Chart, heads: &Heads<'a>) -> Vec<Column<'a>> {
    let perhaps = chart
        .rows
        .iter()
        .any(|row| row.amounts.iter().any(|amount| amount.perhaps > 0));
    let column = |head, number| Column { head, number };
    let mut columns = vec![column(heads.first, |row| row.amounts[0].stated)];
    if perhaps {
        columns.push(column(heads.first_perhaps, |row| row.amounts[0].perhaps));
    }
    if chart.compared {
        columns.push(column(heads.second, |row| row.amounts[1].stated));
    }
    if chart.compared && perhaps {
        columns.push(column(heads.second_perhaps, |row| row.amounts[1].perhaps));
    }
    columns
}

/// The whole table: a row of heads, then a row for each name, with whole numbers as digits.
pub fn cells(chart: &Chart, heads: &Heads<'_>) -> Vec<Vec<String>> {
    let columns = columns(chart, heads);
    let names = columns.iter().map(|column| column.head.to_owned());
    let mut table = vec![std::iter::once(heads.by.to_owned()).chain(names).collect()];
    for row in chart.rows.iter().chain(&chart.aside) {
        let numbers = columns.iter().map(|column| (column.number)(row).to_string());
        table.push(std::iter::once(row.label.clone()).chain(numbers).collect());
    }
    table
}
