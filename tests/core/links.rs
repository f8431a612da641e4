//! Guards the URL fragment: what is written is read again, and what is not understood is left out and
//! reported.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::permalink::controls::Control;
use clusteratlas_core::permalink::decode::{MAX_FRAGMENT_BYTES, decode};
use clusteratlas_core::permalink::encode::{KEYS, encode};
use clusteratlas_core::permalink::view_state::{Appearance, Camera, StoryStep, View, ViewState};
use clusteratlas_core::query::facet::{Facet, MAX_TEXT_CHARS, Query};
use clusteratlas_core::query::matrix::Axes;
use clusteratlas_core::query::selection::{RecordKind, Selection};
use clusteratlas_core::query::sort::{Column, Sort};
use clusteratlas_core::query::years::{Undated, Years};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::property::cases;

/// Reads `fragment`, and compares what it is written as and which parts are reported as `key=value`.
#[track_caller]
fn check(note: &str, fragment: &str, canonical: &str, ignored: &[&str]) {
    let (view_state, found) = decode(fragment);
    let found: Vec<String> = found
        .iter()
        .map(|part| format!("{}={}", part.key, part.value))
        .collect();
    assert_eq!(encode(&view_state), canonical, "{note}: {fragment:?}");
    assert_eq!(found, ignored, "{note}: {fragment:?}");
}

#[test]
fn the_default_view_is_the_empty_fragment() {
    assert_eq!(encode(&ViewState::default()), "");
    for fragment in ["", "#", "&", "#&&"] {
        check("nothing asked for", fragment, "", &[]);
        assert_eq!(decode(fragment).0, ViewState::default(), "{fragment:?}");
    }
}

#[test]
fn every_key_is_read_and_written() {
    let rows = [
        ("lang=en", "language"),
        ("lang=de", "the default language, chosen all the same"),
        ("appearance=light", "light"),
        ("appearance=dark", "dark"),
        ("view=list", "view"),
        ("theme=health,photonics", "themes"),
        ("programme=bridges,none", "programmes"),
        ("country=DE,JP,none", "countries"),
        ("state=DE-SN,none", "states"),
        ("kind=project,trade-fair", "kinds"),
        ("status=ended,running,unknown", "status"),
        ("match=all", "a cooperation in each country"),
        ("from=2016", "first year"),
        ("to=2019", "last year"),
        ("undated=0", "without what has no date"),
        ("undated=only", "only what has no date"),
        ("q=b%C3%BChne%20%26%20co,%231", "words"),
        ("sort=title", "an order"),
        ("sort=-programme", "an order from the end"),
        ("axes=state,country", "what the matrix counts by"),
        ("view=figures", "figures"),
        ("view=brief&sel=country:JP", "a brief"),
        ("story=healthcare.2", "a step of a story"),
        ("compare=country%3DFR%26q%3Da%2520b", "what is compared"),
        ("theme=health&compare=", "everything, compared"),
        ("embed=1", "the compact form"),
        (
            "controls=theme,programme,country,state,kind,status,period,search",
            "all that it may offer",
        ),
        ("embed=1&controls=kind,search", "the compact form with controls"),
        ("sel=cluster:it-sachsen", "selection"),
        ("sel=place:tokyo", "a place"),
        ("sel=country:JP", "a country"),
        ("sel=state:DE-SN", "a state"),
        ("sel=cooperation:light", "a cooperation"),
        ("sel=programme:bridges", "a programme"),
        ("at=51.1,10.4,5", "camera"),
        ("at=-89.9999,-359.9999,11.75", "a camera far out"),
    ];
    for (fragment, note) in rows {
        check(note, fragment, fragment, &[]);
        check(note, &format!("#{fragment}"), fragment, &[]);
    }
    for key in KEYS {
        assert!(
            rows.iter()
                .any(|(fragment, _)| fragment.starts_with(&format!("{key}="))),
            "{key}"
        );
    }
}

#[test]
fn defaults_are_read_and_left_out() {
    for fragment in [
        "appearance=auto",
        "view=map",
        "theme=",
        "country=,,",
        "match=any",
        "undated=1",
        "embed=0",
        "controls=",
        "q=",
        "q=%20",
        "sort=-start",
        "axes=theme,country",
    ] {
        check("a default", fragment, "", &[]);
    }
}

#[test]
fn one_choice_has_one_fragment() {
    let rows = [
        (
            "at=1,2,3&theme=health&lang=en",
            "lang=en&theme=health&at=1,2,3",
            "another order of keys",
        ),
        (
            "theme=photonics,health",
            "theme=health,photonics",
            "another order of values",
        ),
        ("theme=health,health", "theme=health", "a value twice"),
        (
            "theme=health&theme=photonics",
            "theme=health,photonics",
            "a list parted over two keys",
        ),
        ("lang=de&lang=en", "lang=en", "two values of a single one"),
        ("theme=he%61lth", "theme=health", "an escape that is not needed"),
        (
            "controls=search,theme,search",
            "controls=theme,search",
            "another order of controls",
        ),
        (
            "theme=health%2Cphotonics",
            "theme=health,photonics",
            "an escaped comma",
        ),
        (
            "theme=health%2cphotonics",
            "theme=health,photonics",
            "an escape in small letters",
        ),
        ("sel=cluster%3Abio", "sel=cluster:bio", "an escaped colon"),
        ("at=51.10000,10.4,5.0", "at=51.1,10.4,5", "zeros at the end"),
        (
            "at=51.12345,10.00004,5.126",
            "at=51.1235,10,5.13",
            "more digits than links carry",
        ),
        ("at=-0.00001,-0,0", "at=0,0,0", "no negative zero"),
    ];
    for (fragment, canonical, note) in rows {
        check(note, fragment, canonical, &[]);
    }
}

#[test]
fn what_is_not_understood_is_left_out_and_reported() {
    let rows: [(&str, &str, &[&str], &str); 23] = [
        ("colour=red", "", &["colour=red"], "an unknown key"),
        ("colour", "", &["colour="], "a key without a value"),
        ("=red", "", &["=red"], "a value without a key"),
        ("Theme=health", "", &["Theme=health"], "a key in capitals"),
        ("theme =health", "", &["theme =health"], "a key with white space"),
        ("lang=fr", "", &["lang=fr"], "an unknown language"),
        ("lang=", "", &["lang="], "no language"),
        (
            "appearance=pink",
            "",
            &["appearance=pink"],
            "an unknown appearance",
        ),
        ("view=globe", "", &["view=globe"], "an unknown view"),
        (
            "theme=health,a b,photonics",
            "theme=health,photonics",
            &["theme=a b"],
            "a value of a wrong form",
        ),
        ("theme=<b>", "", &["theme=<b>"], "markup"),
        ("theme=%3Cscript%3E", "", &["theme=<script>"], "escaped markup"),
        (
            "state=DE_SN,Sächsisch",
            "",
            &["state=DE_SN", "state=Sächsisch"],
            "two of them",
        ),
        (
            "sel=cluster",
            "",
            &["sel=cluster"],
            "a kind of record without an id",
        ),
        ("sel=cluster:", "", &["sel=cluster:"], "an empty id"),
        ("sel=bundle:1", "", &["sel=bundle:1"], "an unknown kind of record"),
        ("sel=cluster:a:b", "", &["sel=cluster:a:b"], "a colon in an id"),
        ("at=51.1,10.4", "", &["at=51.1,10.4"], "two numbers"),
        ("at=1,2,3,4", "", &["at=1,2,3,4"], "four numbers"),
        ("at=91,0,0", "", &["at=91,0,0"], "beyond the pole"),
        ("at=NaN,inf,0", "", &["at=NaN,inf,0"], "no numbers"),
        ("at=0,0,12.1", "", &["at=0,0,12.1"], "too near"),
        ("at=1e1,2,3", "", &["at=1e1,2,3"], "an exponent"),
    ];
    for (fragment, canonical, ignored, note) in rows {
        check(note, fragment, canonical, ignored);
    }
}

#[test]
fn values_that_no_dataset_has_stay_in_the_link() {
    check(
        "another edition may have it",
        "theme=magic&country=XX",
        "theme=magic&country=XX",
        &[],
    );
}

#[test]
fn broken_escapes_are_reported_as_they_read() {
    let rows = [
        ("theme=%", "theme=%", "nothing follows"),
        ("theme=%4", "theme=%4", "one digit follows"),
        ("theme=%zz", "theme=%zz", "no digits follow"),
        ("theme=%+1", "theme=%+1", "a sign instead of a digit"),
        ("theme=%é", "theme=%é", "a longer letter follows"),
        ("theme=%ff", "theme=\u{fffd}", "no UTF-8"),
        (
            "theme=%25%32%35",
            "theme=%25",
            "an escape of an escape is undone once",
        ),
        ("theme=%00", "theme=\0", "a zero"),
    ];
    for (fragment, reported, note) in rows {
        check(note, fragment, "", &[reported]);
    }
}

#[test]
fn what_is_wrong_in_a_new_key_is_reported() {
    let rows = [
        ("match=some", "", "a word that is none"),
        ("from=16", "", "a year of two digits"),
        ("to=0999", "", "a year before the first"),
        ("undated=2", "", "a word that is none"),
        ("sort=colour", "", "no column"),
        ("sort=--start", "", "two signs"),
        ("axes=country,theme", "", "no such matrix"),
        ("story=a.0", "", "steps are counted from 1"),
        ("story=a.b", "", "no number"),
        ("story=.1", "", "no story"),
        ("embed=yes", "", "a word that is none"),
    ];
    for (fragment, canonical, note) in rows {
        check(note, fragment, canonical, &[fragment]);
    }
    check(
        "a key of the page within what is compared",
        "compare=view%3Dlist%26from%3D2016%26match%3Dsome",
        "compare=from%3D2016",
        &["compare=view", "compare=match"],
    );
    check(
        "a control that there is not",
        "controls=theme,legend,map",
        "controls=theme",
        &["controls=legend", "controls=map"],
    );
}

#[test]
fn years_stand_in_their_order_and_words_in_one_line() {
    check("the later first", "from=2019&to=2016", "from=2016&to=2019", &[]);
    check(
        "a line break, a tab and spaces",
        "q=%20a%0Ab%09c%20",
        "q=a%20b%20c",
        &[],
    );
    let (view_state, ignored) = decode(&format!("q={}", "ä".repeat(1000)));
    assert_eq!(view_state.query.text().chars().count(), MAX_TEXT_CHARS);
    assert!(ignored.is_empty());
}

#[test]
fn an_oversize_fragment_is_not_read() {
    let padding = "&".repeat(MAX_FRAGMENT_BYTES - "lang=en".len());
    let longest = format!("lang=en{padding}");
    check("just short enough", &longest, "lang=en", &[]);
    check("the same with its #", &format!("#{longest}"), "lang=en", &[]);
    let (view_state, ignored) = decode(&format!("{longest}&"));
    assert_eq!(view_state, ViewState::default(), "one byte more");
    assert_eq!(ignored.len(), 1, "it is reported once");
}

#[test]
fn reports_are_short() {
    let long = "ä".repeat(2000);
    let (_, ignored) = decode(&format!("{long}={long}&theme={long}"));
    assert_eq!(ignored.len(), 2);
    for part in ignored {
        assert!(
            part.key.chars().count() <= 60 && part.value.chars().count() <= 60,
            "{part:?}"
        );
    }
}

#[test]
fn a_value_has_at_most_120_bytes() {
    let (longest, longer) = ("a".repeat(120), "a".repeat(121));
    check(
        "the longest",
        &format!("theme={longest}"),
        &format!("theme={longest}"),
        &[],
    );
    check(
        "one byte more",
        &format!("theme={longer}"),
        "",
        &[&format!("theme={}", &longer[..60])],
    );
}

#[test]
fn both_languages_are_chosen_by_their_code_or_left_to_the_browser() {
    for language in Language::ALL {
        let fragment = format!("lang={}", language.code());
        assert_eq!(decode(&fragment).0.language, Some(language));
    }
    assert_eq!(decode("").0.language, None);
    assert_eq!(decode("lang=fr").0.language, None);
}

#[test]
fn a_camera_outside_its_ranges_is_none() {
    let rows = [
        (true, 90.0, 360.0, 12.0, "the farthest"),
        (true, -90.0, -360.0, 0.0, "the farthest the other way"),
        (false, 90.1, 0.0, 0.0, "beyond the pole"),
        (false, 0.0, 360.1, 0.0, "more than once around"),
        (false, 0.0, 0.0, -0.1, "too far out"),
        (false, f64::NAN, 0.0, 0.0, "no number"),
        (false, 0.0, f64::INFINITY, 0.0, "no finite number"),
    ];
    for (expected, lat, lon, zoom_level, note) in rows {
        assert_eq!(Camera::new(lat, lon, zoom_level).is_some(), expected, "{note}");
    }
}

fn queries() -> impl Strategy<Value = Query> {
    let value = "[a-z0-9]{1,6}(-[A-Za-z0-9]{1,6})?|none|DE-SN";
    let year = || prop::option::of(Years::POSSIBLE);
    let years = (year(), year(), prop::sample::select(Undated::ALL));
    let years = years.prop_map(|(from, to, undated)| Years { from, to, undated }.ordered());
    let chosen = vec((prop::sample::select(&Facet::ALL[..]), value), 0..8);
    (chosen, any::<bool>(), years, ".{0,12}").prop_map(|(chosen, in_each_country, years, text)| {
        let mut query = Query::default();
        for (facet, value) in chosen {
            assert!(query.set(facet, &value, true), "{value}");
        }
        query.in_each_country = in_each_country;
        query.years = years;
        query.set_text(&text);
        query
    })
}

fn view_states() -> impl Strategy<Value = ViewState> {
    let selection = (prop::sample::select(&RecordKind::ALL[..]), "[a-zA-Z0-9-]{1,20}");
    let selection = selection.prop_map(|(kind, id)| Selection { kind, id: id.into() });
    let camera = (-90.0..=90.0, -360.0..=360.0, 0.0..=Camera::MAX_ZOOM_LEVEL);
    let camera = camera.prop_map(|(lat, lon, zoom_level)| Camera::new(lat, lon, zoom_level).unwrap());
    let sort = (prop::sample::select(Column::ALL), any::<bool>());
    let sort = sort.prop_map(|(column, descending)| Sort { column, descending });
    let story = ("[a-z0-9-]{1,20}", 1_u16..).prop_map(|(story, step)| StoryStep {
        story: story.into(),
        step,
    });
    let page = (
        prop::option::of(prop::sample::select(&Language::ALL[..])),
        prop::sample::select(Appearance::ALL),
        prop::sample::select(View::ALL),
        sort,
        prop::sample::select(Axes::ALL),
        prop::option::of(story),
    );
    let shown = (
        queries(),
        prop::option::of(selection),
        prop::option::of(camera),
        prop::option::of(queries()),
    );
    let form = (any::<bool>(), vec(prop::sample::select(&Control::ALL[..]), 0..8));
    (page, shown, form).prop_map(
        |(
            (language, appearance, view, sort, axes, story),
            (query, selection, camera, compared),
            (embed, controls),
        )| ViewState {
            language,
            appearance,
            view,
            sort,
            axes,
            story,
            query,
            selection,
            camera,
            compared,
            embed,
            controls: controls.into_iter().collect(),
        },
    )
}

/// Every character that is no part of an escape as one.
fn escaped_once(text: &str) -> String {
    if text.contains('%') {
        return text.to_owned();
    }
    let escapes: Vec<String> = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    escapes.concat()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_view_state_is_read_as_it_was_written(view_state in view_states()) {
        let fragment = encode(&view_state);
        prop_assert_eq!(decode(&fragment), (view_state, Vec::new()), "{}", fragment);
    }

    #[test]
    fn keys_are_written_once_and_in_their_order(view_state in view_states()) {
        let fragment = encode(&view_state);
        let positions: Vec<usize> = fragment
            .split('&')
            .filter(|part| !part.is_empty())
            .map(|part| KEYS.iter().position(|key| part.split('=').next() == Some(key)).unwrap())
            .collect();
        prop_assert!(positions.is_sorted_by(|a, b| a < b), "{}", fragment);
    }

    #[test]
    fn a_fragment_needs_no_further_escape_and_may_be_escaped_once(view_state in view_states()) {
        let fragment = encode(&view_state);
        prop_assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~,:=&%".contains(&byte)));
        let parts = fragment.split('&').filter_map(|part| part.split_once('='));
        let escaped: Vec<String> = parts.map(|(key, value)| format!("{key}={}", escaped_once(value))).collect();
        prop_assert_eq!(decode(&escaped.join("&")), (view_state, Vec::new()));
    }

    #[test]
    fn any_text_is_read_and_leads_to_a_link_that_holds_what_was_understood(
        text in "\\PC{0,60}|((theme|country|sel|at|lang|view|x)=[a-z:,.%0-9-]{0,12}&?){0,5}",
    ) {
        let (view_state, _) = decode(&text);
        prop_assert_eq!(decode(&encode(&view_state)), (view_state, Vec::new()));
    }
}
