//! The view of editors: what the page says there, in both languages.

use crate::workbench::Step;

use super::de;
use super::en;

/// The view of editors.
#[derive(Clone, Copy, Debug)]
pub struct EditorsTexts {
    /// What the view is for.
    pub what: &'static str,
    /// What becomes of files.
    pub nothing_uploaded: &'static str,
    /// In the compact form.
    pub only_whole: &'static str,
    /// Heading of the first step.
    pub get: &'static str,
    /// What the first step is.
    pub get_note: &'static str,
    /// Button.
    pub template: &'static str,
    /// Button.
    pub published: &'static str,
    /// Heading of the second step.
    pub check: &'static str,
    /// Label of the field for files.
    pub choose: &'static str,
    /// Which files.
    pub choose_note: &'static str,
    /// Name of the progress bar.
    pub progress: &'static str,
    /// What is being done; none at the beginning.
    pub step: fn(step: Option<Step>) -> &'static str,
    /// How far it is.
    pub percent: fn(n: u16) -> String,
    /// While a file is made.
    pub making: &'static str,
    /// Button.
    pub cancel: &'static str,
    /// What could not be done.
    pub trouble: &'static TroubleTexts,
    /// Before anything was read.
    pub nothing_read: &'static str,
    /// Heading of the third step.
    pub report: &'static str,
    /// What was read.
    pub read: fn(names: &str) -> String,
    /// Its numbers.
    pub counts: fn(records: usize, accepted: usize, reported: usize) -> String,
    /// How many notes there are of each weight.
    pub notes: fn(errors: usize, warnings: usize, hints: usize) -> String,
    /// Where there is none.
    pub no_notes: &'static str,
    /// Error, warning, hint.
    pub severities: [&'static str; 3],
    /// Columns of the report.
    pub note_columns: [&'static str; 7],
    /// What could be meant.
    pub meant: fn(suggestion: &str) -> String,
    /// Heading of the fourth step.
    pub differences: &'static str,
    /// How many records differ.
    pub difference_counts: fn(added: usize, removed: usize, changed: usize) -> String,
    /// Where none differs.
    pub no_differences: &'static str,
    /// Added, removed, changed.
    pub changes: [&'static str; 3],
    /// Columns of the differences.
    pub difference_columns: [&'static str; 4],
    /// Before what stood there.
    pub old: &'static str,
    /// Before what stands there.
    pub new: &'static str,
    /// In place of nothing.
    pub empty: &'static str,
    /// Heading of the fifth step.
    pub preview: &'static str,
    /// What the preview is.
    pub preview_note: &'static str,
    /// Button.
    pub show_preview: &'static str,
    /// Where nothing can be shown or saved.
    pub not_publishable: &'static str,
    /// Where records are left out.
    pub left_out: fn(reported: usize) -> String,
    /// What says that it is a preview.
    pub is_preview: &'static str,
    /// Button.
    pub end_preview: &'static str,
    /// Heading of the sixth step.
    pub save: &'static str,
    /// Button.
    pub authored: &'static str,
    /// Who gets it.
    pub authored_note: &'static str,
    /// Button.
    pub site: &'static str,
    /// Who gets it.
    pub site_note: &'static str,
    /// Heading.
    pub work_list: &'static str,
    /// What it is, and of what.
    pub work_list_notes: [&'static str; 2],
    /// Button.
    pub show_work_list: &'static str,
    /// Where there is nothing to do.
    pub no_tasks: &'static str,
    /// Columns of the work list.
    pub task_columns: [&'static str; 4],
    /// Names of the lists: report, differences, work list.
    pub list_names: [&'static str; 3],
    /// Name of the filters of a list.
    pub filters: fn(list: &str) -> String,
    /// Labels: kind, sheet, words.
    pub filter_labels: [&'static str; 3],
    /// Option.
    pub all: &'static str,
    /// How many are shown.
    pub shown: fn(shown: usize, found: usize, all: usize) -> String,
    /// Button.
    pub more: fn(n: usize) -> String,
    /// Name of the group of buttons that save a list.
    pub save_list: fn(list: &str) -> String,
    /// Workbook, table, text.
    pub forms: [&'static str; 3],
    /// After a file was given to the browser.
    pub saved: fn(name: &str) -> String,
}

/// What could not be done, and what to do.
#[derive(Clone, Copy, Debug)]
pub struct TroubleTexts {
    /// Files are too large.
    pub too_large: &'static str,
    /// After what the workbench says.
    pub kept: &'static str,
    /// The workbench does not start.
    pub not_started: fn(cause: &str) -> String,
    /// The workbench has broken down.
    pub broken: fn(cause: &str) -> String,
    /// The browser has not saved.
    pub not_saved: &'static str,
    /// What was accepted cannot be shown.
    pub no_preview: fn(cause: &str) -> String,
    /// The editor has ended it.
    pub cancelled: &'static str,
}

pub(super) const DE: EditorsTexts = EditorsTexts {
    what: "Hier prüfen Sie Ihre Arbeitsmappe, bevor sie veröffentlicht wird: Fehler mit Blatt, Zeile und Spalte, Vorschau auf der Karte, Unterschiede zum veröffentlichten Stand, fertige Dateien.",
    nothing_uploaded: "Es wird nichts hochgeladen: Ihre Dateien bleiben auf Ihrem Gerät.",
    only_whole: "Die Redaktion gibt es nur in der ganzen Ansicht des Atlas, nicht in dieser eingebetteten.",
    get: "1. Arbeitsmappe holen",
    get_note: "Beginnen Sie mit dem veröffentlichten Stand und ändern Sie ihn in Excel oder LibreOffice. Oder beginnen Sie leer, mit Hinweisen und Auswahllisten in der Vorlage.",
    template: "Leere Vorlage speichern (XLSX)",
    published: "Veröffentlichten Stand speichern (XLSX)",
    check: "2. Arbeitsmappe prüfen",
    choose: "Dateien auswählen oder hierher ziehen",
    choose_note: "Eine Arbeitsmappe (XLSX oder ODS), alle ihre Blätter als CSV, oder die Quelldateien (JSONL), auch als ZIP. Höchstens 50\u{a0}MB.",
    progress: "Fortschritt",
    step: |step| match step {
        None => "Die Prüfung beginnt …",
        Some(Step::Guard) => "Die Datei wird geöffnet …",
        Some(Step::Sheets) => "Blätter werden gelesen …",
        Some(Step::Rules) => "Datensätze werden geprüft …",
        Some(Step::Differences) => "Unterschiede werden gesucht …",
        Some(Step::Publish) => "Die Vorschau wird vorbereitet …",
    },
    percent: |n| format!("{n} %"),
    making: "Die Datei wird erstellt …",
    cancel: "Abbrechen",
    trouble: &TroubleTexts {
        too_large: "Diese Dateien sind zusammen größer als 50\u{a0}MB und werden nicht gelesen. Entfernen Sie Bilder und leere Zeilen aus der Arbeitsmappe und speichern Sie sie neu.",
        kept: "Was vorher gelesen wurde, ist unverändert.",
        not_started: |cause| {
            format!(
                "Das Prüfprogramm konnte nicht geladen werden ({cause}). Prüfen Sie die Verbindung und versuchen Sie es noch einmal."
            )
        },
        broken: |cause| {
            format!(
                "Das Prüfprogramm ist abgebrochen, vielleicht weil der Speicher nicht reicht ({cause}). Schließen Sie andere Fenster und versuchen Sie es noch einmal, oder teilen Sie die Datei."
            )
        },
        not_saved: "Der Browser hat die Datei nicht gespeichert. Erlauben Sie ihm Downloads und versuchen Sie es noch einmal.",
        no_preview: |cause| format!("Die Vorschau kann nicht gezeigt werden ({cause})."),
        cancelled: "Abgebrochen.",
    },
    nothing_read: "Bericht, Unterschiede, Vorschau und fertige Dateien erscheinen hier, sobald eine Datei gelesen ist.",
    report: "3. Bericht",
    read: |names| format!("Gelesen: {names}"),
    counts: |records, accepted, reported| {
        let (records, reported) = (de::number(records), de::number(reported));
        format!(
            "{records} Datensätze gelesen: {} ohne Fehler, {reported} mit Fehlern.",
            de::number(accepted)
        )
    },
    notes: |errors, warnings, hints| {
        let plural = |n: usize, one: &str, many: &str| match n {
            1 => format!("1 {one}"),
            _ => format!("{} {many}", de::number(n)),
        };
        let errors = plural(errors, "Fehler", "Fehler");
        let warnings = plural(warnings, "Warnung", "Warnungen");
        format!("{errors}, {warnings}, {}.", plural(hints, "Hinweis", "Hinweise"))
    },
    no_notes: "Nichts zu beanstanden.",
    severities: ["Fehler", "Warnung", "Hinweis"],
    note_columns: [
        "Gewicht",
        "Blatt",
        "Zeile",
        "Spalte",
        "Wert",
        "Was ist falsch",
        "Was tun",
    ],
    meant: |suggestion| format!("Meinten Sie „{suggestion}“?"),
    differences: "4. Unterschiede zum veröffentlichten Stand",
    difference_counts: |added, removed, changed| {
        let [added, removed, changed] = [added, removed, changed].map(de::number);
        format!("{added} neu, {removed} entfallen, {changed} geändert.")
    },
    no_differences: "Kein Unterschied: Diese Dateien sagen dasselbe wie der veröffentlichte Stand.",
    changes: ["neu", "entfallen", "geändert"],
    difference_columns: ["Art", "Blatt", "Datensatz", "Was sich ändert"],
    old: "bisher",
    new: "künftig",
    empty: "(leer)",
    preview: "5. Vorschau auf der Karte",
    preview_note: "Zeigt das Gelesene im ganzen Atlas, mit Filtern, Liste und Details. Nur Sie sehen das; wer die Seite neu lädt, sieht wieder den veröffentlichten Stand.",
    show_preview: "Vorschau auf der Karte zeigen",
    not_publishable: "Solange Fehler im Bericht die Veröffentlichung verhindern, gibt es weder Vorschau noch fertige Dateien. Beheben Sie zuerst die Fehler.",
    left_out: |reported| match reported {
        1 => "1 Datensatz mit Fehlern fehlt darin.".to_owned(),
        _ => format!("{} Datensätze mit Fehlern fehlen darin.", de::number(reported)),
    },
    is_preview: "Vorschau: Diese Daten sind nicht veröffentlicht.",
    end_preview: "Zurück zum Bericht",
    save: "6. Ergebnis speichern",
    authored: "Quelldateien speichern (ZIP)",
    authored_note: "Für die Ablage der Redaktion: daraus entsteht jede künftige Ausgabe.",
    site: "Dateien für den Server speichern (ZIP)",
    site_note: "Für die Person, die den Server betreut: Die Dateien ersetzen dort die gleichnamigen im Ordner „data“.",
    work_list: "Arbeitsliste",
    work_list_notes: [
        "Was im veröffentlichten Stand noch fehlt oder lange nicht geprüft wurde.",
        "Was im Gelesenen noch fehlt oder lange nicht geprüft wurde.",
    ],
    show_work_list: "Arbeitsliste zeigen",
    no_tasks: "Nichts zu tun.",
    task_columns: ["Grund", "Blatt", "Datensatz", "Worum es geht"],
    list_names: ["Bericht", "Unterschiede", "Arbeitsliste"],
    filters: |list| format!("Filter für: {list}"),
    filter_labels: ["Art", "Blatt", "Suche in dieser Tabelle"],
    all: "alle",
    shown: |shown, found, all| {
        let [shown, found, all] = [shown, found, all].map(de::number);
        if found == all {
            format!("{shown} von {all} gezeigt")
        } else {
            format!("{shown} von {found} gezeigt, {all} insgesamt")
        }
    },
    more: |n| format!("{} weitere zeigen", de::number(n)),
    save_list: |list| format!("{list} speichern als"),
    forms: ["Excel (XLSX)", "CSV", "Text"],
    saved: |name| format!("Gespeichert: {name}"),
};

pub(super) const EN: EditorsTexts = EditorsTexts {
    what: "Check your workbook here before it is published: errors with sheet, row and column, a preview on the map, differences to the published edition, finished files.",
    nothing_uploaded: "Nothing is uploaded: your files stay on your device.",
    only_whole: "The editors’ view exists only in the full atlas, not in this embedded form.",
    get: "1. Get a workbook",
    get_note: "Begin with the published edition and change it in Excel or LibreOffice. Or begin empty, with notes and lists of choices in the template.",
    template: "Save an empty template (XLSX)",
    published: "Save the published edition (XLSX)",
    check: "2. Check a workbook",
    choose: "Choose files or drop them here",
    choose_note: "A workbook (XLSX or ODS), all of its sheets as CSV, or the source files (JSONL), also as a ZIP. At most 50\u{a0}MB.",
    progress: "Progress",
    step: |step| match step {
        None => "Checking begins …",
        Some(Step::Guard) => "Opening the file …",
        Some(Step::Sheets) => "Reading sheets …",
        Some(Step::Rules) => "Checking records …",
        Some(Step::Differences) => "Looking for differences …",
        Some(Step::Publish) => "Preparing the preview …",
    },
    percent: |n| format!("{n}%"),
    making: "Making the file …",
    cancel: "Cancel",
    trouble: &TroubleTexts {
        too_large: "These files are larger than 50\u{a0}MB together and are not read. Remove pictures and empty rows from the workbook and save it again.",
        kept: "What was read before is unchanged.",
        not_started: |cause| {
            format!("The checking program could not be loaded ({cause}). Check the connection and try again.")
        },
        broken: |cause| {
            format!(
                "The checking program has stopped, perhaps for want of memory ({cause}). Close other windows and try again, or divide the file."
            )
        },
        not_saved: "The browser has not saved the file. Allow it to download and try again.",
        no_preview: |cause| format!("The preview cannot be shown ({cause})."),
        cancelled: "Cancelled.",
    },
    nothing_read: "Report, differences, preview and finished files appear here as soon as a file has been read.",
    report: "3. Report",
    read: |names| format!("Read: {names}"),
    counts: |records, accepted, reported| {
        let (records, reported) = (en::number(records), en::number(reported));
        format!(
            "{records} records read: {} without errors, {reported} with errors.",
            en::number(accepted)
        )
    },
    notes: |errors, warnings, hints| {
        let plural = |n: usize, one: &str| match n {
            1 => format!("1 {one}"),
            _ => format!("{} {one}s", en::number(n)),
        };
        let errors = plural(errors, "error");
        format!(
            "{errors}, {}, {}.",
            plural(warnings, "warning"),
            plural(hints, "hint")
        )
    },
    no_notes: "Nothing to object to.",
    severities: ["Error", "Warning", "Hint"],
    note_columns: [
        "Weight",
        "Sheet",
        "Row",
        "Column",
        "Value",
        "What is wrong",
        "What to do",
    ],
    meant: |suggestion| format!("Did you mean “{suggestion}”?"),
    differences: "4. Differences to the published edition",
    difference_counts: |added, removed, changed| {
        let [added, removed, changed] = [added, removed, changed].map(en::number);
        format!("{added} added, {removed} removed, {changed} changed.")
    },
    no_differences: "No difference: these files say the same as the published edition.",
    changes: ["added", "removed", "changed"],
    difference_columns: ["Kind", "Sheet", "Record", "What changes"],
    old: "before",
    new: "after",
    empty: "(empty)",
    preview: "5. Preview on the map",
    preview_note: "Shows what was read in the whole atlas, with filters, list and details. Only you see that; reloading the page returns to the published edition.",
    show_preview: "Show the preview on the map",
    not_publishable: "As long as errors in the report forbid publishing, there is neither a preview nor a finished file. Mend the errors first.",
    left_out: |reported| match reported {
        1 => "1 record with errors is missing in it.".to_owned(),
        _ => format!("{} records with errors are missing in it.", en::number(reported)),
    },
    is_preview: "Preview: these data are not published.",
    end_preview: "Back to the report",
    save: "6. Save the result",
    authored: "Save source files (ZIP)",
    authored_note: "For the editors’ own archive: every future edition is made of them.",
    site: "Save files for the server (ZIP)",
    site_note: "For the person who looks after the server: the files replace those of the same names in the folder “data” there.",
    work_list: "Work list",
    work_list_notes: [
        "What is missing in the published edition, or has not been checked for long.",
        "What is missing in what was read, or has not been checked for long.",
    ],
    show_work_list: "Show the work list",
    no_tasks: "Nothing to do.",
    task_columns: ["Reason", "Sheet", "Record", "What it is about"],
    list_names: ["Report", "Differences", "Work list"],
    filters: |list| format!("Filters for: {list}"),
    filter_labels: ["Kind", "Sheet", "Search in this table"],
    all: "all",
    shown: |shown, found, all| {
        let [shown, found, all] = [shown, found, all].map(en::number);
        if found == all {
            format!("{shown} of {all} shown")
        } else {
            format!("{shown} of {found} shown, {all} in all")
        }
    },
    more: |n| format!("Show {} more", en::number(n)),
    save_list: |list| format!("Save as: {list}"),
    forms: ["Excel (XLSX)", "CSV", "Text"],
    saved: |name| format!("Saved: {name}"),
};
