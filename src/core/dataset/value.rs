//! JSON as the reader takes it: one type for every value and one visitor that makes it.
//!
//! A shape of its own for each record would compile the JSON reader anew for each, tens of kilobytes in
//! WebAssembly. How deep to read is therefore a value too, not a type: what is to be judged by itself, such
//! as one record among others, stays as its text until then.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::record::Record;

/// A value of the file.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// `null`: not known.
    Nothing,
    /// `true` or `false`, which no field holds.
    Flag,
    /// A whole number that is not negative.
    Whole(u64),
    /// Any other number.
    Number(f64),
    /// A text, borrowed from the file where it holds no escape.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// A record.
    Record(Record<'a>),
    /// A value that is not yet read. Its text is known to be JSON.
    Unread(&'a RawValue),
}

/// How deep to read.
#[derive(Clone, Copy)]
pub(crate) enum Depth {
    /// Everything.
    Whole,
    /// The members of a list or record are left unread.
    Members,
    /// The same, but of the parts of these names the members are told apart.
    Parts(&'static [&'static str]),
}

impl<'a> Value<'a> {
    /// Reads a text that holds one value.
    pub(crate) fn read(text: &'a str, depth: Depth) -> Result<Self, serde_json::Error> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let value = depth.deserialize(&mut reader)?;
        reader.end()?;
        Ok(value)
    }

    /// All of a value that is not yet read.
    pub(super) fn whole(&self) -> Result<Self, serde_json::Error> {
        Self::read(self.unread(), Depth::Whole)
    }

    /// The text of a value that is not yet read; nothing of any other.
    pub(super) fn unread(&self) -> &'a str {
        match self {
            Self::Unread(text) => text.get(),
            _ => "",
        }
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value<'de>, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Nothing)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Flag)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Whole(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value<'de>, E> {
        #[expect(clippy::cast_precision_loss, reason = "as JSON readers do")]
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut members: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        loop {
            let member = match self {
                Self::Whole => members.next_element_seed(self)?,
                Self::Members | Self::Parts(_) => members.next_element()?.map(Value::Unread),
            };
            match member {
                Some(member) => list.push(member),
                None => return Ok(Value::List(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value<'de>, A::Error> {
        let mut record = Record::new();
        while let Some(name) = members.next_key_seed(Name)? {
            let value = match self {
                Self::Whole => members.next_value_seed(self)?,
                Self::Parts(names) if names.contains(&&*name) => members.next_value_seed(Self::Members)?,
                Self::Members | Self::Parts(_) => Value::Unread(members.next_value()?),
            };
            record.push(name, value);
        }
        Ok(Value::Record(record))
    }
}

/// Reads the name of a member.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Cow<'de, str>, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
