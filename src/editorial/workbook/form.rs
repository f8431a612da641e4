//! Cells whose form does not survive: formulas and merged cells are read by what they show.

use crate::diagnostic::Severity;
use crate::said::Both;

use super::cell::{Position, Table};
use super::heading::Headed;
use super::note::Note;

/// A form of cells that is read by what it shows.
struct Form {
    severity: Severity,
    message: Both,
    hint: Both,
    /// After the number of those that are not named.
    others: Both,
}

const FORMULA: Form = Form {
    severity: Severity::Hint,
    message: ["eine Formel", "a formula"],
    hint: [
        "Ihr Ergebnis wird gelesen; fügen Sie es als Wert ein",
        "Its result is read; paste it as a value",
    ],
    others: ["weitere Formeln", "more formulas"],
};

const MERGED: Form = Form {
    severity: Severity::Warning,
    message: ["verbundene Zellen", "merged cells"],
    hint: [
        "Nur die erste hat den Wert; heben Sie die Verbindung auf und füllen Sie jede",
        "Only the first has the value; split them and fill each",
    ],
    others: ["weitere verbundene Bereiche", "more merged areas"],
};

/// So many cells of a form are named on each sheet; the others are counted.
const NAMED: usize = 100;

fn on_form(sheet: &str, form: &Form) -> Note {
    Note::on(form.severity, sheet, form.message, form.hint)
}

/// Formulas and merged cells are read by what they show; that is said of the first and counted of the others.
pub(super) fn notes(table: &Table, head: &Headed) -> Vec<Note> {
    let mut notes = Vec::new();
    let heading = |column: u32| head.columns.get(&column).map(|(_, words)| words.clone());
    let at = |note: Note, at: &Position| {
        let words = heading(at.column).unwrap_or_default();
        note.at_row(at.row).in_column(at.column, &words)
    };
    let formulas = table.formulas.iter().map(|place| {
        let note = at(on_form(&table.name, &FORMULA), place);
        match table.get(place.row, place.column) {
            Some(cell) => note.with_value(cell.words()),
            None => note,
        }
    });
    notes.extend(formulas.take(NAMED));
    let merged = table.merged.iter();
    let merged = merged.map(|[first, _]| at(on_form(&table.name, &MERGED), first));
    notes.extend(merged.take(NAMED));
    for (form, number) in [(&FORMULA, table.formulas.len()), (&MERGED, table.merged.len())] {
        if let Some(others) = number.checked_sub(NAMED).filter(|others| *others > 0) {
            let [de, en] = form.others;
            let mut note = on_form(&table.name, form);
            note.message = [format!("{others} {de}"), format!("{others} {en}")].into();
            notes.push(note);
        }
    }
    notes
}
