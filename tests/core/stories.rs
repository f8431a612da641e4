//! Guards stories: that every field is read, that links which open nothing are plain words, and which files
//! are refused.

use clusteratlas_core::dataset::wire;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::stories::{Piece, Stories, StoriesError, Story};
use serde_json::{Value, json};

use crate::atlas::with;

fn piece(
    words: &'static str,
    record: Option<&'static str>,
    url: Option<&'static str>,
) -> wire::Piece<'static> {
    wire::Piece {
        words: words.into(),
        record: record.map(Into::into),
        url: url.map(Into::into),
    }
}

/// A `stories.json` of the contents `abc` with every field. The shapes are stated in full, so that a field
/// added to one of them does not compile here.
pub(crate) fn file() -> Value {
    let step = wire::Step {
        heading_de: "heading \"de\"".into(),
        heading_en: "heading_en".into(),
        text_de: vec![
            vec![
                piece("Worte und ", None, None),
                piece("BioSaxony", Some("cluster:biosaxony"), None),
            ],
            vec![piece("eine Seite", None, Some("https://example.org/page"))],
        ],
        text_en: vec![vec![piece("Words", None, None)]],
        view: "theme=health&at=51,10,5.5".into(),
    };
    let source = wire::Source {
        url: Some("https://example.org/source".into()),
        title: "Title".into(),
        publisher: Some("Publisher".into()),
        published: Some("2019-05".into()),
    };
    let story = wire::Story {
        id: "way".into(),
        title_de: "title_de".into(),
        title_en: "title_en".into(),
        date: "2026-11".into(),
        steps: vec![step],
        sources: vec![source],
    };
    let other = wire::Story {
        id: "other".into(),
        ..story.clone()
    };
    serde_json::to_value(wire::StoriesFile {
        version: wire::VERSION,
        content: "abc".into(),
        stories: vec![story, other],
    })
    .unwrap()
}

fn read(file: &Value) -> Result<Stories, StoriesError> {
    Stories::read(&file.to_string(), "abc")
}

/// The first story of the file with one value exchanged.
fn story_with(pointer: &str, value: Value) -> Story {
    let mut file = file();
    *file.pointer_mut(pointer).unwrap() = value;
    read(&file).unwrap().all()[0].clone()
}

/// The places of all values in a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(position, value)| (position.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    for (name, value) in members {
        let pointer = format!("{at}/{name}");
        pointers(value, &pointer, found);
        found.push(pointer);
    }
}

#[test]
fn every_value_arrives() {
    let stories = read(&file()).unwrap();
    assert_eq!(stories.all().len(), 2);
    let story = stories.find("way").unwrap();
    assert_eq!((&*story.title.de, &*story.title.en), ("title_de", "title_en"));
    assert_eq!(story.date.to_string(), "2026-11");
    let source = &story.sources[0];
    assert_eq!(source.url.as_deref(), Some("https://example.org/source"));
    assert_eq!(
        (&*source.title, source.publisher.as_deref()),
        ("Title", Some("Publisher"))
    );
    assert_eq!(source.published.unwrap().to_string(), "2019-05");
    let step = &story.steps[0];
    assert_eq!(
        (&*step.heading.de, &*step.heading.en),
        ("heading \"de\"", "heading_en")
    );
    assert_eq!(&*step.view, "theme=health&at=51,10,5.5");
    let words = |words: &str| Piece::Words(words.into());
    let german = step.text.get(Language::German);
    assert_eq!(german.len(), 2);
    let cluster = Piece::Record("cluster:biosaxony".parse().unwrap(), "BioSaxony".into());
    assert_eq!(*german[0], [words("Worte und "), cluster]);
    let page = Piece::Web("https://example.org/page".into(), "eine Seite".into());
    assert_eq!(*german[1], [page]);
    assert_eq!(**step.text.get(Language::English), [[words("Words")].into()]);
}

#[test]
fn every_field_is_read_and_named_when_it_is_of_another_type() {
    let file = file();
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    for pointer in all {
        let mut spoilt = file.clone();
        *spoilt.pointer_mut(&pointer).unwrap() = json!(true);
        let field = pointer
            .rsplit('/')
            .find(|name| name.parse::<usize>().is_err())
            .unwrap();
        let error = read(&spoilt).unwrap_err().to_string();
        let named = format!("not a stories file: {field}: not a ");
        assert!(error.starts_with(&named), "{pointer}: {error}");
    }
}

#[test]
fn a_link_that_opens_nothing_is_plain_words() {
    let rows = [
        ("record", json!("BioSaxony"), "no kind of record"),
        ("record", json!("person:biosaxony"), "an unknown kind"),
        ("record", json!("cluster:<script>"), "no id"),
        ("url", json!("javascript:alert(1)"), "code"),
        ("url", json!("//example.org"), "no scheme"),
        ("url", json!(null), "nothing"),
    ];
    for (field, target, note) in rows {
        let link = json!({"words": "Words", field: target});
        let story = story_with("/stories/0/steps/0/text_de/1/0", link);
        let pieces = &story.steps[0].text.de[1];
        assert_eq!(**pieces, [Piece::Words("Words".into())], "{note}");
        assert_eq!(pieces[0].words(), "Words");
    }
}

#[test]
fn an_unsafe_address_of_a_source_is_dropped_and_the_title_stays() {
    let story = story_with("/stories/0/sources/0/url", json!("javascript:alert(1)"));
    assert_eq!(
        (story.sources[0].url.as_deref(), &*story.sources[0].title),
        (None, "Title")
    );
}

#[test]
fn markup_in_a_text_stays_text() {
    let story = story_with("/stories/0/steps/0/text_de/0/0/words", json!("<b>&amp;"));
    assert_eq!(story.steps[0].text.de[0][0].words(), "<b>&amp;");
}

#[test]
fn stories_of_another_version_are_refused_whatever_their_shape() {
    let unlike = read(&json!({"version": 3, "guides": []})).unwrap_err();
    assert_eq!(unlike, StoriesError::Version { found: 3 });
    let error = read(&with(file(), "version", json!(2))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "format version 2, but this program reads version 1"
    );
}

#[test]
fn stories_of_another_edition_are_refused() {
    for other in ["", "abcd", "ABC"] {
        let error = Stories::read(&file().to_string(), other).unwrap_err();
        assert_eq!(error, StoriesError::OtherEdition, "{other:?}");
    }
}

#[test]
fn what_is_no_stories_file_is_damaged() {
    let rows = [
        (json!(null), "another value"),
        (json!({}), "no version"),
        (with(file(), "version", json!("1")), "a version in quotes"),
        (with(file(), "stories", json!({})), "stories that are no list"),
        (with(file(), "stories", json!([{}])), "a story without fields"),
    ];
    for (file, note) in rows {
        assert!(matches!(read(&file), Err(StoriesError::Damaged(_))), "{note}");
    }
    let error = read(&with(file(), "stories", json!("none"))).unwrap_err();
    assert_eq!(error.to_string(), "not a stories file: stories: not a list");
}

#[test]
fn a_date_that_is_none_is_damage() {
    let mut file = file();
    *file.pointer_mut("/stories/1/date").unwrap() = json!("November");
    let error = read(&file).unwrap_err().to_string();
    assert!(error.starts_with("not a stories file: date: "), "{error}");
}

#[test]
fn no_stories_are_stories_too() {
    let stories = read(&with(file(), "stories", json!([]))).unwrap();
    assert_eq!(stories, Stories::default());
}
