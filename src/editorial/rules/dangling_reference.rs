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

use crate::authored::field::Kind;
use crate::authored::list::List;

use super::{Finding, Subject};

super::rule!("CA007", "dangling-reference", Error, "dangling_reference.rs");

/// A label that is no programme and so has no record.
const LABELS: [&str; 1] = ["nrw-landescluster"];

const WRITE_LINK: &str =
    "Write cluster:ID, place:ID, country:CC, state:DE-XX, cooperation:ID or programme:ID";

fn check(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for record in subject.authored.all() {
        for leaf in record.leaves() {
            let Some(id) = leaf.value.as_str() else { continue };
            let list = match leaf.kind {
                Kind::Reference(list) => list,
                Kind::Membership => List::Programmes,
                Kind::Link => {
                    let known = id.parse().is_ok_and(|selection| subject.authored.has(&selection));
                    if !known {
                        let finding = Finding::of(record, "no such record", WRITE_LINK);
                        found.push(finding.in_field(leaf.path).with_value(id));
                    }
                    continue;
                }
                _ => continue,
            };
            let label = matches!(leaf.kind, Kind::Membership) && LABELS.contains(&id);
            if !label && subject.authored.find(list, id).is_none() {
                let message = format!("no record of {} has this id", list.file());
                let hint = "Correct the id or add the record";
                found.push(
                    Finding::of(record, message, hint)
                        .in_field(leaf.path)
                        .with_value(id),
                );
            }
        }
    }
    found
}
