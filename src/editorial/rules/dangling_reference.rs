//! A reference to a record that does not exist.
//!
//! # What
//! An id in `clusters`, `partners[].place`, `programme`, `themes`, `kinds` or `memberships` that no record
//! of the file it refers to has. `memberships` may also hold `nrw-landescluster`. In a story, a link to a
//! record that does not exist.
//!
//! # Why
//! The application leaves out a record whose references do not resolve, and a link of a story would open
//! nothing.
//!
//! # Example
//! `"programme": "go-clusters"`
//!
//! # Instead
//! `"programme": "go-cluster"`, or a new record in `programmes.jsonl`.

use std::collections::BTreeMap;

use clusteratlas_core::query::selection::RecordKind;

use crate::authored::field::Kind;
use crate::authored::list::List;
use crate::authored::record::Record;
use crate::said::Both;
use crate::suggestion::{Names, only};

use super::{Finding, Subject};

super::rule!("CA007", "dangling-reference", Error, "dangling_reference.rs");

/// A label that is no programme and so has no record.
const LABELS: [&str; 1] = ["nrw-landescluster"];

const WRITE_LINK: Both = [
    "Schreiben Sie cluster:KENNUNG, place:KENNUNG, country:CC, state:DE-XX, cooperation:KENNUNG oder programme:KENNUNG",
    "Write cluster:ID, place:ID, country:CC, state:DE-XX, cooperation:ID or programme:ID",
];

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut meant = Meant {
        subject,
        names: BTreeMap::new(),
    };
    for record in subject.authored.all() {
        for leaf in record.leaves() {
            let Some(id) = leaf.value.as_str() else { continue };
            let finding = match leaf.kind {
                Kind::Reference(list) => dangling(record, list, Named::Records(list), id, &mut meant),
                Kind::Membership if LABELS.contains(&id) => None,
                Kind::Membership => dangling(record, List::Programmes, Named::Memberships, id, &mut meant),
                Kind::Link => broken(record, id, &mut meant),
                _ => None,
            };
            found.extend(finding.map(|finding| finding.in_field(leaf.path)));
        }
    }
    found
}

/// A reference to a record that its list does not have.
fn dangling(record: &Record, list: List, named: Named, id: &str, meant: &mut Meant<'_>) -> Option<Finding> {
    if meant.subject.authored.find(list, id).is_some() {
        return None;
    }
    let message = [
        format!("kein Datensatz unter „{}“ hat diese Kennung", list.title().de),
        format!("no record under “{}” has this id", list.title().en),
    ];
    let hint = [
        "Berichtigen Sie die Kennung, oder ergänzen Sie den Datensatz",
        "Correct the id or add the record",
    ];
    let suggestion = meant.names(named).nearest(id).map(str::to_owned);
    let finding = Finding::of(record, message, hint).with_value(id);
    Some(finding.suggesting(suggestion))
}

/// A link to something that the dataset does not have.
fn broken(record: &Record, link: &str, meant: &mut Meant<'_>) -> Option<Finding> {
    if meant.leads(link) {
        return None;
    }
    let message = ["kein solcher Datensatz", "no such record"];
    let finding = Finding::of(record, message, WRITE_LINK).with_value(link);
    Some(finding.suggesting(meant.link(link)))
}

/// What references and links may have been meant for. Names are collected when they are first asked for: most
/// datasets need none.
struct Meant<'a> {
    subject: &'a Subject<'a>,
    names: BTreeMap<Named, Names<'a>>,
}

/// Where names come from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Records(List),
    Memberships,
    Countries,
    States,
}

impl From<RecordKind> for Named {
    fn from(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Cluster => Self::Records(List::Clusters),
            RecordKind::Place => Self::Records(List::Places),
            RecordKind::Country => Self::Countries,
            RecordKind::State => Self::States,
            RecordKind::Cooperation => Self::Records(List::Cooperations),
            RecordKind::Programme => Self::Records(List::Programmes),
        }
    }
}

impl<'a> Meant<'a> {
    fn names(&mut self, named: Named) -> &Names<'a> {
        let subject = self.subject;
        self.names.entry(named).or_insert_with(|| match named {
            Named::Records(list) => Names::of_records(subject.authored.records(list)),
            Named::Memberships => {
                let mut programmes = Names::of_records(subject.authored.records(List::Programmes));
                programmes.add_words(LABELS);
                programmes
            }
            Named::Countries => Names::of_countries(subject.gazetteer),
            Named::States => Names::of_states(),
        })
    }

    fn leads(&self, link: &str) -> bool {
        let selection = link.parse();
        selection.is_ok_and(|selection| self.subject.authored.has(&selection))
    }

    /// The link that one may have been meant for: its kind may be missing, and a name may stand for the id.
    fn link(&mut self, link: &str) -> Option<String> {
        let (word, name) = link.split_once(':').unwrap_or(("", link));
        let named = |kind: &RecordKind| kind.code().eq_ignore_ascii_case(word.trim());
        let kind = RecordKind::ALL.into_iter().find(named);
        let (kinds, name) = match &kind {
            Some(kind) => (std::slice::from_ref(kind), name),
            None => (&RecordKind::ALL[..], link),
        };
        let mut links = Vec::new();
        for kind in kinds {
            let id = self.names((*kind).into()).nearest(name);
            links.extend(id.map(|id| format!("{}:{id}", kind.code())));
        }
        links.retain(|link| self.leads(link));
        only(links)
    }
}
