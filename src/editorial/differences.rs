//! What tells one dataset from another, by record and field.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_core::domain::localized::Language;
use serde_json::Value;

use crate::authored::Authored;
use crate::authored::list::List;
use crate::authored::record::Record;

/// What became of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It is there only afterwards.
    Added,
    /// It was there only before.
    Removed,
    /// Fields of it differ.
    Changed(Vec<FieldChange>),
}

/// What became of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Name of the field.
    pub field: String,
    /// What it held before; null where it was missing.
    pub old: Value,
    /// What it holds afterwards; null where it is missing.
    pub new: Value,
}

/// A record that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The list that holds it.
    pub list: List,
    /// Its id; empty for the edition.
    pub id: String,
    /// What became of it.
    pub change: Change,
}

/// All records that differ, by list and id. The order of records does not count.
pub fn differences(old: &Authored, new: &Authored) -> Vec<Difference> {
    List::ALL
        .into_iter()
        .flat_map(|list| of_list(list, old, new))
        .collect()
}

fn of_list(list: List, old: &Authored, new: &Authored) -> Vec<Difference> {
    let by_id = |authored: &'_ Authored| -> BTreeMap<String, Value> {
        let records = authored.records(list).iter();
        records
            .map(|record| (id(record), Value::Object(record.fields.clone())))
            .collect()
    };
    let (old, new) = (by_id(old), by_id(new));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let difference = |id: &String| {
        let change = match (old.get(id), new.get(id)) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            (Some(old), Some(new)) => {
                let fields = fields(old, new);
                if fields.is_empty() {
                    return None;
                }
                Change::Changed(fields)
            }
        };
        Some(Difference {
            list,
            id: id.clone(),
            change,
        })
    };
    ids.into_iter().filter_map(difference).collect()
}

fn id(record: &Record) -> String {
    record.id().unwrap_or_default().to_owned()
}

fn fields(old: &Value, new: &Value) -> Vec<FieldChange> {
    let names = |value: &Value| -> BTreeSet<String> {
        let fields = value.as_object().into_iter().flatten();
        fields.map(|(name, _)| name.clone()).collect()
    };
    let value = |of: &Value, name: &str| of.get(name).cloned().unwrap_or_default();
    names(old)
        .union(&names(new))
        .map(|name| FieldChange {
            field: name.clone(),
            old: value(old, name),
            new: value(new, name),
        })
        .filter(|change| change.old != change.new)
        .collect()
}

/// How many records were added, removed and changed.
pub fn summary(differences: &[Difference], language: Language) -> String {
    let count = |is: fn(&Change) -> bool| differences.iter().filter(|one| is(&one.change)).count();
    let counts = [
        count(|change| matches!(change, Change::Added)),
        count(|change| matches!(change, Change::Removed)),
        count(|change| matches!(change, Change::Changed(_))),
    ];
    let [plus, minus, other] = counts;
    match language {
        Language::German => format!("{plus} hinzugekommen, {minus} entfallen, {other} geändert"),
        Language::English => format!("{plus} added, {minus} removed, {other} changed"),
    }
}

/// All differences as text: a line for each record and field, and how many there are.
pub fn text(differences: &[Difference], language: Language) -> String {
    let mut lines: Vec<String> = Vec::new();
    for Difference { list, id, change } in differences {
        let name = format!("{} {id}", list.file());
        match change {
            Change::Added => lines.push(format!("+ {name}")),
            Change::Removed => lines.push(format!("- {name}")),
            Change::Changed(fields) => {
                lines.push(format!("~ {name}"));
                let fields = fields.iter();
                lines.extend(
                    fields.map(|FieldChange { field, old, new }| format!("    {field}: {old} -> {new}")),
                );
            }
        }
    }
    lines.push(summary(differences, language));
    lines.join("\n") + "\n"
}
