//! JSON as files have it: members in the order in which they were added, and each record on a line of its own.

use crate::domain::localized::LocalizedText;

use super::number;

/// Down to this depth every member stands on a line of its own.
const LINES: usize = 2;

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Json {
    /// Not known.
    Nothing,
    Truth(bool),
    /// A number, and how many digits after the point it has at most.
    Number(f64, u32),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// Members with their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a member, unless nothing is known of it.
    pub(super) fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        match value.into() {
            Json::Nothing => {}
            value => self.0.push((name.to_owned(), value)),
        }
        self
    }

    /// Adds a member of which nothing is known, where a format wants it nevertheless.
    pub(super) fn with_nothing(mut self, name: &str) -> Self {
        self.0.push((name.to_owned(), Json::Nothing));
        self
    }

    /// Adds a text in both languages as two members.
    pub(super) fn with_both(self, name: &str, text: &LocalizedText) -> Self {
        self.with(&format!("{name}_de"), &*text.de)
            .with(&format!("{name}_en"), &*text.en)
    }

    /// The text of a file.
    pub(super) fn into_file(self) -> String {
        let mut text = String::new();
        Json::Object(self).write(&mut text, 0);
        text.push('\n');
        text
    }
}

impl Json {
    fn write(&self, text: &mut String, depth: usize) {
        match self {
            Self::Nothing => text.push_str("null"),
            Self::Truth(value) => text.push_str(if *value { "true" } else { "false" }),
            Self::Number(value, digits) => text.push_str(&number(*value, *digits)),
            Self::Text(words) => text.push_str(&quoted(words)),
            Self::List(items) => {
                let items = items.iter().map(|item| (None, item));
                between(text, ['[', ']'], depth, &mut items.into_iter());
            }
            Self::Object(Object(members)) => {
                let members = members.iter().map(|(name, value)| (Some(&**name), value));
                between(text, ['{', '}'], depth, &mut members.into_iter());
            }
        }
    }
}

fn between(
    text: &mut String,
    [open, close]: [char; 2],
    depth: usize,
    members: &mut dyn Iterator<Item = (Option<&str>, &Json)>,
) {
    text.push(open);
    let mut first = true;
    for (name, value) in members {
        if !first {
            text.push(',');
        }
        first = false;
        if depth < LINES {
            text.push('\n');
        }
        if let Some(name) = name {
            text.push_str(&quoted(name));
            text.push(':');
        }
        value.write(text, depth + 1);
    }
    if depth < LINES && !first {
        text.push('\n');
    }
    text.push(close);
}

/// A text between quotation marks.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Truth(value)
    }
}

impl From<usize> for Json {
    #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below")]
    fn from(value: usize) -> Self {
        Self::Number(value as f64, 0)
    }
}

impl From<&str> for Json {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<String> for Json {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<Vec<Json>> for Json {
    fn from(items: Vec<Json>) -> Self {
        Self::List(items)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

impl<T: Into<Json>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_unknown_ones_are_left_out() {
        let file = Object::new()
            .with("b", "say \"\\\"\n\u{1}")
            .with("a", None::<&str>)
            .with("list", Json::from_iter([1_usize, 2]))
            .with("number", Json::Number(0.5, 2))
            .with("true", true)
            .into_file();
        assert_eq!(
            file,
            "{\n\"b\":\"say \\\"\\\\\\\"\\n\\u0001\",\n\"list\":[\n1,\n2\n],\n\"number\":0.5,\n\"true\":true\n}\n"
        );
        assert!(serde_json::from_str::<serde_json::Value>(&file).is_ok());
    }
}
