//! Typed fields of a record of the file.
//!
//! Nothing here knows which fields there are. What a field must hold is said where it is read, and a field
//! that does not hold it is named in the error.

use std::borrow::Cow;

use super::problem::Cause;
use super::value::Value;

/// A record as it stands in the file, with whatever fields it has.
#[derive(Debug)]
pub(crate) struct Record<'a> {
    fields: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// A field that is missing or does not hold what it must, in words.
#[derive(Debug)]
pub(crate) struct Misfit(pub(crate) String);

impl Misfit {
    /// The misfit of `field`.
    pub(crate) fn new(field: &str, defect: &str) -> Self {
        Self([field, ": ", defect].concat())
    }
}

impl From<Misfit> for Cause {
    fn from(Misfit(words): Misfit) -> Self {
        Self::Shape(words)
    }
}

impl<'a> Value<'a> {
    /// The text of the value of `field`.
    pub(super) fn text(&self, field: &str) -> Result<&str, Misfit> {
        match self {
            Value::Text(text) => Ok(text),
            _ => Err(Misfit::new(field, "not a text")),
        }
    }

    /// The number of the value of `field`.
    fn number(&self, field: &str) -> Result<f64, Misfit> {
        match self {
            Value::Number(number) => Ok(*number),
            #[expect(clippy::cast_precision_loss, reason = "as JSON readers do")]
            Value::Whole(number) => Ok(*number as f64),
            _ => Err(Misfit::new(field, "not a number")),
        }
    }

    /// The position in a list, as which the value of `field` stands.
    pub(super) fn position(&self, field: &str) -> Result<u32, Misfit> {
        let position = match self {
            Value::Whole(number) => u32::try_from(*number).ok(),
            _ => None,
        };
        position.ok_or_else(|| Misfit::new(field, "not a position"))
    }

    /// The list of the value of `field`.
    pub(crate) fn list(&self, field: &str) -> Result<&[Value<'a>], Misfit> {
        match self {
            Value::List(list) => Ok(list),
            _ => Err(Misfit::new(field, "not a list")),
        }
    }

    /// The record of the value of `field`.
    pub(crate) fn record(&self, field: &str) -> Result<&Record<'a>, Misfit> {
        match self {
            Value::Record(record) => Ok(record),
            _ => Err(Misfit::new(field, "not a record")),
        }
    }
}

impl<'a> Record<'a> {
    /// A record without fields, with room for those that records have.
    pub(super) fn new() -> Self {
        Self {
            fields: Vec::with_capacity(16),
        }
    }

    /// Adds a field.
    pub(super) fn push(&mut self, name: Cow<'a, str>, value: Value<'a>) {
        self.fields.push((name, value));
    }

    /// All fields in the order of the file.
    pub(super) fn fields(&self) -> &[(Cow<'a, str>, Value<'a>)] {
        &self.fields
    }

    /// The value of a field, if the record has it.
    pub(super) fn find(&self, field: &str) -> Result<Option<&Value<'a>>, Misfit> {
        let mut values = self.fields.iter().filter(|(name, _)| name == field);
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(Misfit::new(field, "stated twice")),
            (first, None) => Ok(first.map(|(_, value)| value)),
        }
    }

    /// The value of a field, if it is stated and not `null`.
    fn known(&self, field: &str) -> Result<Option<&Value<'a>>, Misfit> {
        let value = self.find(field)?;
        Ok(value.filter(|value| !matches!(value, Value::Nothing)))
    }

    /// The value of a field.
    pub(crate) fn value(&self, field: &str) -> Result<&Value<'a>, Misfit> {
        self.find(field)?.ok_or_else(|| Misfit::new(field, "missing"))
    }

    /// A text.
    pub(crate) fn text(&self, field: &str) -> Result<&str, Misfit> {
        self.value(field)?.text(field)
    }

    /// A text that may outlive the record.
    pub(super) fn shared_text(&self, field: &str) -> Result<Cow<'a, str>, Misfit> {
        match self.value(field)? {
            Value::Text(text) => Ok(text.clone()),
            _ => Err(Misfit::new(field, "not a text")),
        }
    }

    /// A text, if it is known.
    pub(crate) fn optional_text(&self, field: &str) -> Result<Option<&str>, Misfit> {
        self.known(field)?.map(|value| value.text(field)).transpose()
    }

    /// A number.
    pub(super) fn number(&self, field: &str) -> Result<f64, Misfit> {
        self.value(field)?.number(field)
    }

    /// A number, if it is known.
    pub(super) fn optional_number(&self, field: &str) -> Result<Option<f64>, Misfit> {
        self.known(field)?.map(|value| value.number(field)).transpose()
    }

    /// A list.
    pub(crate) fn list(&self, field: &str) -> Result<&[Value<'a>], Misfit> {
        self.value(field)?.list(field)
    }

    /// A list that is empty where the field is missing.
    pub(super) fn optional_list(&self, field: &str) -> Result<&[Value<'a>], Misfit> {
        self.find(field)?.map_or(Ok(&[]), |value| value.list(field))
    }

    /// A record.
    pub(super) fn record(&self, field: &str) -> Result<&Record<'a>, Misfit> {
        self.value(field)?.record(field)
    }
}
