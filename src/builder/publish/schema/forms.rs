//! Forms of single values in the schema: texts with a pattern and closed lists of words.

use schemars::JsonSchema;

/// Declares one text with the form that it must have.
macro_rules! text {
    ($(#[$meta:meta])* $name:ident, $pattern:literal) => {
        $(#[$meta])*
        #[derive(JsonSchema)]
        #[expect(dead_code, reason = "only the shape matters")]
        pub(super) struct $name(#[schemars(regex(pattern = $pattern))] String);
    };
}

text! {
    /// Lower-case words joined by hyphens. Ids are unique in their list and stay the same between editions.
    Id, "^[a-z0-9]+(-[a-z0-9]+)*$"
}
text! {
    /// A year, a month or a day, as precise as the source states it.
    Date, "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
}
text! {
    /// A web address.
    Url, "^https?://[^/?#\\s]"
}
text! {
    /// A country by ISO 3166-1 alpha-2.
    CountryCode, "^[A-Z]{2}$"
}
text! {
    /// A German state by ISO 3166-2.
    StateCode, "^DE-[A-Z]{2}$"
}
text! {
    /// A text that is not empty.
    Text, "\\S"
}

/// Declares one closed list of words.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(JsonSchema)]
        #[expect(dead_code, reason = "only the shape matters")]
        pub(super) enum $name { $($(#[$word_meta])* #[schemars(rename = $text)] $word,)* }
    };
}

words! {
    /// A continent by the regions of UN M49, the Americas parted at the border of Panama and Colombia.
    Continent {
        Europe = "europe", Asia = "asia", NorthAmerica = "north-america",
        SouthAmerica = "south-america", Africa = "africa", Oceania = "oceania",
    }
}
words! {
    /// What the coordinates of a place stand for.
    Precision {
        /// The city itself.
        City = "city",
        /// A representative point of a region.
        Region = "region",
        /// A representative point of a whole country.
        Country = "country",
    }
}
words! {
    /// On which level the money of a programme comes from.
    FunderLevel { Federal = "federal", State = "state", Eu = "eu", Other = "other", }
}
words! {
    /// Whether a cooperation runs at the date of the dataset.
    Status { Running = "running", Ended = "ended", Unknown = "unknown", }
}
words! {
    /// How a source words an amount.
    Qualifier { Exact = "exact", UpTo = "up-to", About = "about", MoreThan = "more-than", }
}
words! {
    /// How a source words a number: exactly, more than, about, at most.
    Comparator { Exactly = "=", MoreThan = ">", About = "~", AtMost = "<=", }
}
