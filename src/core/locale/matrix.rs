//! The matrix and its white spots: what the page says about them, in both languages.

use super::de;
use super::en;

/// The matrix and its white spots.
#[derive(Clone, Copy, Debug)]
pub struct MatrixTexts {
    /// Name of the choice between properties for the rows.
    pub axes: &'static str,
    /// What is counted, above the table.
    pub caption: fn(rows: &str, columns: &str) -> String,
    /// What the numbers mean.
    pub note: &'static str,
    /// Button that leads past the table.
    pub to_white_spots: &'static str,
    /// Column with the most frequent partner country of each row.
    pub top: &'static str,
    /// In that column where several countries have the same number.
    pub several: fn(n: &str) -> String,
    /// In that column where there is no partner abroad.
    pub no_top: &'static str,
    /// After the name of the cell of the most frequent country.
    pub is_top: &'static str,
    /// Row and column of all.
    pub total: &'static str,
    /// The column of partners in Germany.
    pub domestic: fn(germany: &str) -> String,
    /// An empty cell.
    pub none_known: &'static str,
    /// Where nothing passes the filters.
    pub nothing: &'static str,
    /// Button for the columns that are not shown.
    pub all_countries: fn(n: usize) -> String,
    /// Button for the first columns alone.
    pub fewer_countries: fn(n: usize) -> String,
    /// Heading.
    pub white_spots: &'static str,
    /// What white spots are.
    pub white_spots_note: &'static str,
    /// Where there are none.
    pub no_white_spots: &'static str,
    /// Button for further countries with white spots.
    pub more_spots: fn(n: usize) -> String,
    /// Before clusters of a theme.
    pub of_theme: &'static str,
    /// Before clusters with cooperations in a programme.
    pub in_programme: &'static str,
    /// Before clusters of a state.
    pub in_state: &'static str,
    /// After some of the clusters.
    pub more_clusters: fn(n: usize) -> String,
    /// In place of clusters.
    pub no_clusters: &'static str,
}

pub(super) const DE: MatrixTexts = MatrixTexts {
    axes: "Zeilen (die Spalten sind Partnerländer)",
    caption: |rows, columns| format!("Bekannte Kooperationen: {rows} × {columns}"),
    note: "Eine Kooperation kann in mehreren Zellen stehen; unter „gesamt“ zählt sie einmal. Eine Zahl öffnet ihre Kooperationen auf der Karte.",
    to_white_spots: "Zu den weißen Flecken",
    top: "am häufigsten",
    several: |n| format!("mehrere (je {n})"),
    no_top: "keines bekannt",
    is_top: "am häufigsten in dieser Zeile",
    total: "gesamt",
    domestic: |germany| format!("{germany} (im Inland)"),
    none_known: "keine bekannt",
    nothing: "Keine bekannte Kooperation passt zu diesen Filtern.",
    all_countries: |n| format!("Alle {} Spalten zeigen", de::number(n)),
    fewer_countries: |n| format!("Nur die {} häufigsten zeigen", de::number(n)),
    white_spots: "Weiße Flecken",
    white_spots_note: "Hier ist keine Kooperation bekannt, obwohl die Auswahl zu beiden Seiten andere kennt. Das heißt nicht, dass es keine gibt. Aufgeklappt stehen Cluster, die als Partner in Frage kommen.",
    no_white_spots: "In dieser Auswahl hat keine Zeile einen weißen Fleck.",
    more_spots: |n| match n {
        1 => "1 weiteres Land zeigen".to_owned(),
        _ => format!("{} weitere Länder zeigen", de::number(n)),
    },
    of_theme: "Cluster dieses Themas:",
    in_programme: "Cluster mit Kooperationen in diesem Programm:",
    in_state: "Cluster dieses Landes:",
    more_clusters: |n| match n {
        1 => "und 1 weiteres".to_owned(),
        _ => format!("und {} weitere", de::number(n)),
    },
    no_clusters: "Dazu ist kein Cluster bekannt.",
};

pub(super) const EN: MatrixTexts = MatrixTexts {
    axes: "Rows (the columns are partner countries)",
    caption: |rows, columns| format!("Known cooperations: {rows} × {columns}"),
    note: "A cooperation may stand in several cells; under “total” it counts once. A number opens its cooperations on the map.",
    to_white_spots: "Go to the white spots",
    top: "most often",
    several: |n| format!("several ({n} each)"),
    no_top: "none known",
    is_top: "most often in this row",
    total: "total",
    domestic: |germany| format!("{germany} (domestic)"),
    none_known: "none known",
    nothing: "No known cooperation matches these filters.",
    all_countries: |n| format!("Show all {} columns", en::number(n)),
    fewer_countries: |n| format!("Show only the {} most frequent", en::number(n)),
    white_spots: "White spots",
    white_spots_note: "No cooperation is known here, although the selection knows others of both sides. That does not mean that there is none. Unfold to see clusters that could be partners.",
    no_white_spots: "In this selection no row has a white spot.",
    more_spots: |n| match n {
        1 => "Show 1 more country".to_owned(),
        _ => format!("Show {} more countries", en::number(n)),
    },
    of_theme: "Clusters of this theme:",
    in_programme: "Clusters with cooperations in this programme:",
    in_state: "Clusters of this state:",
    more_clusters: |n| format!("and {} more", en::number(n)),
    no_clusters: "No cluster is known for this.",
};
