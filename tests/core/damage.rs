//! Guards the reading of broken files: whatever is cut off or changed, reading ends with a value or an
//! error and never with a panic.

use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::dataset::details::Details;
use clusteratlas_core::permalink::decode::decode;
use clusteratlas_core::permalink::request::{MAX_STATE_UNITS, Request};
use clusteratlas_core::query::facet::Query;
use clusteratlas_core::query::filter::{Filter, Matches};
use clusteratlas_core::stories::Stories;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::atlas::{Map, small};
use crate::details::file;
use crate::mutation::{Change, damaged, strange};
use crate::property::cases;
use crate::stories;

/// Reads a text and uses whatever comes out of it.
fn read_and_use(text: &str) {
    let Ok((dataset, _)) = assemble(text) else { return };
    let map = Map::with_dataset(dataset);
    let (filter, _) = Filter::resolve(&Query::default(), &map.index);
    let matches = Matches::find(&map.index, &filter);
    let all: Vec<_> = matches.cooperations.iter().collect();
    for zoom_level in [0.0, 7.0, 11.0] {
        map.scene(&map.level(zoom_level), &all);
    }
}

/// Every part of `text` that begins with it.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    (0..text.len()).filter_map(|end| text.get(..end))
}

#[test]
fn a_file_cut_off_anywhere_is_an_error() {
    let whole = small().to_string();
    for text in beginnings(&whole) {
        assert!(assemble(text).is_err(), "{} of {} bytes", text.len(), whole.len());
    }
    read_and_use(&whole);
}

#[test]
fn details_cut_off_anywhere_are_an_error() {
    let whole = file().to_string();
    for text in beginnings(&whole) {
        assert!(
            Details::read(text, "abc").is_err(),
            "{} of {} bytes",
            text.len(),
            whole.len()
        );
    }
}

#[test]
fn stories_cut_off_anywhere_are_an_error() {
    let whole = stories::file().to_string();
    for text in beginnings(&whole) {
        assert!(
            Stories::read(text, "abc").is_err(),
            "{} of {} bytes",
            text.len(),
            whole.len()
        );
    }
}

/// Kinds of messages, of which some are known.
fn of_kinds() -> impl Strategy<Value = Option<String>> {
    let known = prop::sample::select(vec!["set", "get", "state"]).prop_map(|kind| Some(kind.to_owned()));
    prop_oneof![known, any::<Option<String>>()]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn changed_bytes_never_panic(changes in vec(any::<Change>(), 1..4)) {
        for text in [small(), file(), stories::file()].map(|file| file.to_string()) {
            let bytes = damaged(text.into_bytes(), &changes);
            let text = String::from_utf8_lossy(&bytes);
            read_and_use(&text);
            let _either = Details::read(&text, "abc");
            let _either = Stories::read(&text, "abc");
        }
    }

    #[test]
    fn exchanged_values_never_panic(
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        // Texts and numbers of the file, each put where another stood.
        let text = small().to_string();
        let parts: Vec<&str> = text.split_inclusive([',', ':', '{', '}', '[', ']']).collect();
        let mut changed = parts.clone();
        changed[to.index(parts.len())] = parts[from.index(parts.len())];
        read_and_use(&changed.concat());
    }

    #[test]
    fn strange_values_never_panic(at: usize, kind: usize) {
        for file in [small(), file(), stories::file()] {
            let text = strange(&file, at, kind).to_string();
            read_and_use(&text);
            let _either = Details::read(&text, "abc");
            let _either = Stories::read(&text, "abc");
        }
    }

    #[test]
    fn any_message_is_understood_or_ignored(version: Option<f64>, kind in of_kinds(), state: Option<String>) {
        match Request::read(version, kind.as_deref(), state.clone()) {
            Some(Request::Set(fragment)) => {
                prop_assert_eq!(Some(&fragment), state.as_ref());
                prop_assert!(fragment.encode_utf16().count() <= MAX_STATE_UNITS as usize);
                decode(&fragment);
            }
            Some(Request::Get) => prop_assert_eq!(kind.as_deref(), Some("get")),
            None => {}
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,40}") {
        read_and_use(&text);
        let _either = Details::read(&text, "");
        let _either = Stories::read(&text, "");
    }
}
