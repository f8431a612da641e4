//! Which sheets a workbook has, and which columns each.

use crate::authored::field::{Field, Kind, Need};
use crate::authored::list::List;
use crate::authored::title::{Title, of_field, title};

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rows {
    /// Records of a list.
    Records(List),
    /// Partners of cooperations.
    Partners,
    /// Sources of any record.
    Sources,
}

/// What a column of a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A field of the record, or of the partner or source.
    Field(Field),
    /// The list of the record that a source belongs to.
    Sheet,
    /// The id of the record that a partner or source belongs to.
    Record,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub title: Title,
    /// What it holds.
    pub holds: Holds,
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name.
    pub title: Title,
    /// What its rows are.
    pub rows: Rows,
    /// Its columns in their order.
    pub columns: Vec<Column>,
}

/// All sheets in the order in which editors need them.
pub const ORDER: [Rows; 10] = [
    Rows::Records(List::Cooperations),
    Rows::Partners,
    Rows::Records(List::Clusters),
    Rows::Records(List::Places),
    Rows::Records(List::Programmes),
    Rows::Records(List::KeyFigures),
    Rows::Sources,
    Rows::Records(List::Themes),
    Rows::Records(List::Kinds),
    Rows::Records(List::Edition),
];

impl Rows {
    /// The name of its sheet.
    pub const fn title(self) -> Title {
        match self {
            Self::Records(list) => list.title(),
            Self::Partners => title("Partner", "Partners"),
            Self::Sources => title("Quellen", "Sources"),
        }
    }

    /// Its sheet.
    pub fn sheet(self) -> Sheet {
        let mut columns = Vec::new();
        if self == Self::Sources {
            columns.push(Column {
                title: title("Blatt", "Sheet"),
                holds: Holds::Sheet,
            });
        }
        let fields = match self {
            Self::Records(list) => list.fields(),
            Self::Partners => fields_of(List::Cooperations, "partners"),
            Self::Sources => fields_of(List::Cooperations, "sources"),
        };
        if !matches!(self, Self::Records(_)) {
            columns.push(Column {
                title: title("Kennung", "ID"),
                holds: Holds::Record,
            });
        }
        let own = fields.iter().filter(|field| child(field).is_none());
        columns.extend(own.map(|field| Column {
            title: heading(self, field.name),
            holds: Holds::Field(*field),
        }));
        Sheet {
            title: self.title(),
            rows: self,
            columns,
        }
    }
}

/// The sheet that holds the objects of a field, which are rows of their own.
pub fn child(field: &Field) -> Option<Rows> {
    field.kind.objects().map(|_| match field.name {
        "partners" => Rows::Partners,
        _ => Rows::Sources,
    })
}

/// What the column of a field of a record is called, or the sheet that holds its parts.
pub fn heading_of(list: List, name: &str) -> Option<Title> {
    let is_it = |holds: Holds| matches!(holds, Holds::Field(field) if field.name == name);
    let columns = Rows::Records(list).sheet().columns;
    let column = columns.iter().find(|column| is_it(column.holds));
    let parts = list.fields().iter().find(|field| field.name == name);
    let parts = parts.and_then(child).map(Rows::title);
    column.map(|column| column.title).or(parts)
}

/// Whether an empty cell means null where the field is a list: nothing is known, rather than nothing there.
pub fn is_null_when_empty(field: &Field) -> bool {
    field.name == "items" || !matches!(field.kind, Kind::Many(_))
}

/// Whether the field is left out where its cell is empty.
pub fn is_left_out_when_empty(field: &Field) -> bool {
    field.need == Need::Free
}

/// The fields of the objects in a field of a list.
fn fields_of(list: List, name: &str) -> &'static [Field] {
    let field = list.fields().iter().find(|field| field.name == name);
    field.and_then(|field| field.kind.objects()).unwrap_or_default()
}

/// The heading of the column of a field.
fn heading(rows: Rows, field: &'static str) -> Title {
    match (rows, field) {
        (Rows::Sources, "id") => title("Dokument", "Document"),
        (Rows::Records(List::Themes), "field") => title("Feld", "Field"),
        _ => of_field(field),
    }
}
