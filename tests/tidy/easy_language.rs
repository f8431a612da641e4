//! The page in Leichte Sprache keeps the rules of BITV 2.0, annex 2, part 1, as far as a program can tell.
//!
//! Whether people with learning difficulties understand it, only they can say.

use crate::finding::{Finding, check};
use crate::tree;

const PAGE: &str = "data/pages/leichte-sprache.md";

/// Words in a sentence, at most.
const WORDS: usize = 12;

/// Letters in a word or in a part of one between hyphens, at most.
const LETTERS: usize = 15;

const NEGATIONS: [&str; 7] = ["nicht", "nichts", "nie", "niemals", "niemand", "ohne", "weder"];

const SUBJUNCTIVES: [&str; 18] = [
    "wäre", "wären", "würde", "würden", "hätte", "hätten", "könnte", "könnten", "sollte", "sollten",
    "müsste", "müssten", "dürfte", "dürften", "möchte", "möchten", "sei", "gäbe",
];

const GENITIVES: [&str; 14] = [
    "des", "eines", "keines", "dessen", "deren", "wessen", "dieses", "jenes", "ihres", "seines", "unseres",
    "wegen", "trotz", "während",
];

/// After a noun these begin a genitive: "die Karte der Welt".
const AFTER_NOUNS: [&str; 6] = ["der", "einer", "dieser", "ihrer", "seiner", "unserer"];

/// Words that may begin a sentence with a capital and are no nouns.
const NO_NOUNS: [&str; 20] = [
    "in", "auf", "an", "aus", "bei", "mit", "nach", "neben", "über", "unter", "von", "vor", "zu", "zwischen",
    "sie", "ihnen", "ist", "hier", "dort", "was",
];

const PASSIVES: [&str; 5] = ["wird", "werden", "wurde", "wurden", "worden"];

const CONJUNCTIONS: [&str; 12] = [
    "weil", "dass", "wenn", "falls", "obwohl", "damit", "nachdem", "bevor", "sodass", "indem", "sowie",
    "sondern",
];

const ABBREVIATIONS: [&str; 9] = [
    "z. b.", "z.b.", "d. h.", "d.h.", "usw.", "etc.", "bzw.", "ca.", "u. a.",
];

const NUMBERS: [&str; 11] = [
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
];

const SIGNS: [char; 11] = ['%', ';', '§', '&', '(', ')', '/', ',', '–', '„', '"'];

/// A law is called so.
const NAMES: [&str; 1] = ["BITV"];

/// What a sentence must not be with what to do instead, and whether one is.
type Rule = (&'static str, fn(&str) -> bool);

const RULES: [Rule; 13] = [
    ("more than twelve words: make two sentences", is_long),
    ("not one sentence on its line: give each a line", is_not_one),
    ("a sign, bracket or clause: use words and two sentences", has_sign),
    ("a negation: say what is", |line| {
        has(line, &NEGATIONS) || words(line).any(|word| word.starts_with("kein"))
    }),
    ("a subjunctive: say what is", |line| has(line, &SUBJUNCTIVES)),
    ("a genitive: use von, or two sentences", is_genitive),
    ("a passive: say who does it", is_passive),
    ("a subordinate clause: make two sentences", |line| {
        has(line, &CONJUNCTIONS)
    }),
    ("an abbreviation: write it out", has_abbreviation),
    ("a number in words: write digits", |line| has(line, &NUMBERS)),
    ("a long word: divide it by a hyphen", has_long_word),
    ("no capital at the beginning", |line| {
        !line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }),
    ("a word in quotation or emphasis: leave it plain", |line| {
        line.contains(['*', '_', '`'])
    }),
];

#[test]
fn the_page_in_leichte_sprache_keeps_the_published_rules() {
    match tree::text(PAGE) {
        Ok(text) => check(&findings(&text)),
        Err(finding) => check(&[finding]),
    }
}

fn findings(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, raw) in text.lines().enumerate() {
        let mut find = |advice: &str| findings.push(Finding::on_line(PAGE, index, advice));
        let line = plain(raw.trim_start().trim_start_matches("- ").trim());
        if line.is_empty() || line.starts_with('{') {
            continue;
        }
        let sentence = line.trim_start_matches('#').trim();
        if line.starts_with("##") && !line.ends_with('?') {
            find("a heading that is no question: ask one");
        }
        for (advice, breaks) in RULES {
            // The title is a name.
            if breaks(sentence) && !(line.starts_with("# ") && advice.starts_with("not one")) {
                find(advice);
            }
        }
    }
    for (needed, advice) in [
        ("Sie ", "address the reader: Sie"),
        ("BITV", "name the source of the rules"),
        ("Prüf-Gruppe", "say whether a test group has read it"),
    ] {
        if !text.contains(needed) {
            findings.push(Finding::about(PAGE, advice));
        }
    }
    findings
}

/// The words of links without where they lead.
fn plain(line: &str) -> String {
    let mut parts = line.split("](");
    let mut text = parts.next().unwrap_or_default().replacen('[', "", 1);
    for part in parts {
        text.push_str(
            &part
                .split_once(')')
                .map_or(part, |(_, rest)| rest)
                .replacen('[', "", 1),
        );
    }
    text
}

fn words(line: &str) -> impl Iterator<Item = String> {
    line.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

fn has(line: &str, list: &[&str]) -> bool {
    words(line).any(|word| list.contains(&&*word))
}

fn is_long(line: &str) -> bool {
    line.split_whitespace().count() > WORDS
}

/// A sentence ends its line, and no other ends before.
fn is_not_one(line: &str) -> bool {
    let Some(last) = line.chars().last() else {
        return false;
    };
    let inner = line.strip_suffix(last).unwrap_or_default();
    let ends_within = [". ", "? ", "! "].iter().any(|end| inner.contains(end));
    !matches!(last, '.' | '?' | '!' | ':') || ends_within
}

fn has_sign(line: &str) -> bool {
    line.contains(SIGNS)
}

fn is_genitive(line: &str) -> bool {
    let written: Vec<&str> = line.split_whitespace().collect();
    let after_noun = written.windows(3).any(|three| {
        let [noun, article, next] = three else {
            return false;
        };
        let is_noun =
            |word: &str| word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric);
        is_noun(noun)
            && !NO_NOUNS.contains(&&*noun.to_lowercase())
            && AFTER_NOUNS.contains(article)
            && next.starts_with(char::is_uppercase)
    });
    has(line, &GENITIVES) || after_noun
}

fn is_passive(line: &str) -> bool {
    let is_participle = |word: &str| {
        let ending = word.ends_with('t') || word.ends_with("en");
        let beginning = ["ge", "ver", "be", "er", "ent", "zer"]
            .iter()
            .any(|start| word.starts_with(start));
        (beginning && ending && word.len() > 5)
            || word.ends_with("iert")
            || word.contains("ge") && word.ends_with('t')
    };
    has(line, &PASSIVES) && words(line).any(|word| !PASSIVES.contains(&&*word) && is_participle(&word))
}

fn has_abbreviation(line: &str) -> bool {
    let lower = line.to_lowercase();
    let listed = ABBREVIATIONS.iter().any(|short| {
        lower
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(&format!(" {short}"))
            || lower.starts_with(short)
    });
    let capitals = line
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.len() > 1 && word.chars().all(char::is_uppercase) && !NAMES.contains(&word));
    listed || capitals
}

fn has_long_word(line: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric())
        .any(|word| word.chars().count() > LETTERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_finds_what_breaks_it() {
        let rows = [
            (
                "more than",
                "Ein Satz mit viel zu vielen Wörtern ist hier einfach immer zu lang.",
            ),
            ("not one", "Das ist eins. Das sind 2."),
            ("not one", "Das endet anders"),
            ("a sign", "Das ist gut (und schön)."),
            ("a sign", "Sie lesen das und wissen; gut."),
            ("a negation", "Das ist nicht gut."),
            ("a negation", "Es gibt keine Karte."),
            ("a subjunctive", "Das wäre gut."),
            ("a genitive", "Das Bild des Atlas ist groß."),
            ("a genitive", "Die Karte der Welt ist groß."),
            ("a passive", "Die Karte wird gezeigt."),
            ("a passive", "Die Daten wurden gesammelt."),
            ("a subordinate", "Sie lesen weil Sie wollen."),
            ("an abbreviation", "Das ist z. B. Japan."),
            ("an abbreviation", "Das ist in den USA."),
            ("a number", "Es gibt vier Knöpfe."),
            ("a long word", "Das ist eine Weltkartenansicht."),
            ("no capital", "das ist klein."),
            ("a word in", "Das ist *wichtig*."),
        ];
        for (rule, line) in rows {
            let broken: Vec<&str> = RULES
                .iter()
                .filter(|(_, breaks)| breaks(line))
                .map(|(advice, _)| *advice)
                .collect();
            assert!(
                broken.iter().any(|advice| advice.starts_with(rule)),
                "{line}: {broken:?}"
            );
        }
    }

    #[test]
    fn plain_sentences_keep_all_rules() {
        for line in [
            "In der Gruppe sind viele Firmen.",
            "Die Karte wird größer.",
            "Klicken Sie oben auf: Liste.",
            "Was ist der Cluster-Atlas?",
            "Die Regeln stehen in Anlage 2 und dort in Teil 1.",
        ] {
            for (advice, breaks) in RULES {
                assert!(!breaks(line), "{line}: {advice}");
            }
        }
    }

    #[test]
    fn of_a_link_the_words_count() {
        assert_eq!(
            plain("Lesen Sie die [Tabelle mit allem](table.html)."),
            "Lesen Sie die Tabelle mit allem."
        );
    }
}
