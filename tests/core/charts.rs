//! Guards charts: their numbers against the filters that their bars stand for, where everything stands at every
//! width, and the files that are saved.

use clusteratlas_core::chart::drawing::{Drawing, Ink, Marks, TEXT, Words};
use clusteratlas_core::chart::lettering::{width, wrap};
use clusteratlas_core::chart::table::{Heads, cells};
use clusteratlas_core::chart::{Amount, By, Chart, Row, Value};
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::export::chart::{Colours, Picture, svg};
use clusteratlas_core::export::csv::{Dialect, csv_of_texts};
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::facet::{Facet, Query};
use clusteratlas_core::query::filter::{Filter, Matches};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::atlas::{Map, frame, random, with};
use crate::property::cases;

/// Words with a name of their own for everything.
fn words() -> Words<'static> {
    Words {
        language: Language::English,
        first: "selection",
        second: "compared with",
        stated: "as stated",
        perhaps: "end unknown",
        field: &|field| field.code().to_owned(),
        until: &|year| format!("until {year}"),
        further: &|number| format!("and {number} more"),
    }
}

fn chart_of(map: &Map, by: By, selections: &[&Bitmap]) -> Chart {
    let name = |_: Facet, value: &str| format!("<{value}>");
    Chart::of(&map.dataset, &map.index, by, selections, &name, "undated")
}

/// How many cooperations of a set pass the filter that a row stands for.
fn passing(map: &Map, chart: &Chart, row: &Row, set: &Bitmap) -> u32 {
    let (filter, unknown) = Filter::resolve(&chart.asked(&Query::default(), row), &map.index);
    assert_eq!(unknown, []);
    let mut passing = Matches::find(&map.index, &filter).cooperations;
    passing.meet(set);
    passing.count()
}

/// A set that holds every cooperation whose position in `picked` says so.
fn pick(map: &Map, picked: &[bool]) -> Bitmap {
    let keys = map.everything();
    let chosen = keys.iter().zip(picked.iter().cycle());
    let chosen: Vec<_> = chosen
        .filter(|(_, picked)| **picked)
        .map(|(key, _)| *key)
        .collect();
    map.set(&chosen)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_bar_counts_what_its_filter_leaves(
        atlas in random(30), one in vec(any::<bool>(), 8), other in vec(any::<bool>(), 5),
    ) {
        let map = Map::of(&atlas);
        let sets = [pick(&map, &one), pick(&map, &other)];
        for by in By::ALL {
            let chart = chart_of(&map, by, &[&sets[0], &sets[1]]);
            for row in chart.rows.iter().chain(&chart.aside) {
                for (amount, set) in row.amounts.iter().zip(&sets) {
                    prop_assert_eq!(amount.stated, passing(&map, &chart, row, set), "{:?} {:?}", by, row);
                }
                // Years without anything stand between others.
                let is_year = matches!(row.value, Value::Year(_));
                prop_assert!(is_year || row.amounts != [Amount::default(); 2], "{:?}", row);
            }
        }
    }

    #[test]
    fn a_ranking_leaves_nothing_out_and_falls(atlas in random(30), picked in vec(any::<bool>(), 8)) {
        let map = Map::of(&atlas);
        let set = pick(&map, &picked);
        for by in [Facet::Country, Facet::Theme, Facet::Programme, Facet::State] {
            let chart = chart_of(&map, By::Facet(by), &[&set]);
            let numbers: Vec<u32> = chart.rows.iter().map(|row| row.amounts[0].stated).collect();
            prop_assert!(numbers.is_sorted_by(|a, b| a >= b), "{:?}", numbers);
            let sets = map.index.sets(by).iter();
            let present = sets.filter(|option| option.count_both(&set) > 0).count();
            prop_assert_eq!(chart.rows.len() + chart.aside.len(), present);
        }
    }

    #[test]
    fn gathered_years_count_each_cooperation_once(atlas in random(30), most in 1_usize..9) {
        let map = Map::of(&atlas);
        let all = Bitmap::all(map.index.cooperations());
        let whole = chart_of(&map, By::Years, &[&all]);
        let chart = whole.gathered(most, &|year| format!("until {year}"));
        prop_assert_eq!(chart.rows.len(), whole.rows.len().min(most));
        for row in &chart.rows {
            prop_assert_eq!(row.amounts[0].stated, passing(&map, &chart, row, &all), "{:?}", row);
        }
    }

    #[test]
    fn everything_stands_within_the_drawing_and_apart(
        atlas in random(30), room in 200.0..1400.0_f64, other in prop::option::of(vec(any::<bool>(), 5)),
    ) {
        let map = Map::of(&atlas);
        let all = Bitmap::all(map.index.cooperations());
        let other = other.map(|picked| pick(&map, &picked));
        let selections: Vec<&Bitmap> = std::iter::once(&all).chain(&other).collect();
        for by in By::ALL {
            let drawing = Drawing::of(&chart_of(&map, by, &selections), room, &words());
            check_places(&drawing)?;
        }
    }

    #[test]
    fn lines_fit_their_room(text in "[a-zA-ZäöüÄÖÜ ]{0,80}", room in 40.0..300.0_f64, most in 1_usize..4) {
        let lines = wrap(&text, room, TEXT, most);
        prop_assert!(lines.len() <= most);
        for line in &lines {
            prop_assert!(width(line, TEXT) <= room, "{:?} in {}", line, room);
        }
        if !lines.iter().any(|line| line.ends_with('…')) {
            prop_assert_eq!(lines.join(" "), text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}

fn check_places(drawing: &Drawing) -> Result<(), TestCaseError> {
    let whole = Area {
        left: -0.01,
        top: -0.01,
        right: drawing.width + 0.01,
        bottom: drawing.height + 0.01,
    };
    prop_assert_eq!(drawing.rows.len(), drawing.chart.rows.len());
    let of_rows = drawing.rows.iter().map(|row| &row.marks);
    for marks in of_rows.chain([&drawing.marks]) {
        for bar in &marks.bars {
            prop_assert!(whole.holds(bar.area), "{:?} in {:?}", bar, whole);
        }
        for label in &marks.labels {
            let length = width(&label.text, TEXT);
            prop_assert!(label.at.y <= drawing.height && label.at.y > 0.0, "{:?}", label);
            // A number is printed whole, so a narrow chart may be too narrow for a word that is one.
            let fits = label.at.x + length <= drawing.width + length / 2.0 + 1.0;
            prop_assert!(label.at.x >= 0.0 && fits, "{:?} in {}", label, drawing.width);
        }
    }
    for (position, row) in drawing.rows.iter().enumerate() {
        let Area {
            left,
            top,
            right,
            bottom,
        } = row.area;
        prop_assert!(right - left >= 24.0 && bottom - top >= 24.0, "{:?}", row.area);
        for other in &drawing.rows[..position] {
            prop_assert!(
                !row.area.overlaps(other.area),
                "{:?} and {:?}",
                row.area,
                other.area
            );
        }
        let own = drawing.chart.rows[position].amounts;
        let stated: u32 = own.iter().map(|amount| u32::from(amount.stated > 0)).sum();
        let full = row
            .marks
            .bars
            .iter()
            .filter(|bar| matches!(bar.ink, Ink::First | Ink::Second));
        prop_assert_eq!(full.count(), stated as usize);
    }
    Ok(())
}

/// A chart of countries with these numbers.
fn countries(numbers: &[u32]) -> Chart {
    let row = |&number: &u32| Row::plain(format!("Country {number}"), number);
    Chart {
        by: By::Facet(Facet::Country),
        compared: false,
        rows: numbers.iter().map(row).collect(),
        aside: Vec::new(),
    }
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    for room in [300.0, 700.0] {
        let drawing = Drawing::of(&countries(&[40, 20, 5]), room, &words());
        let length = |row: usize| {
            let area = drawing.rows[row].marks.bars[0].area;
            area.right - area.left
        };
        assert!((length(0) / length(1) - 2.0).abs() < 1e-9);
        assert!((length(0) / length(2) - 8.0).abs() < 1e-9);
    }
}

#[test]
fn names_stand_beside_bars_where_there_is_room_and_over_them_where_there_is_none() {
    let left = |room| {
        Drawing::of(&countries(&[3]), room, &words()).rows[0].marks.bars[0]
            .area
            .left
    };
    assert!(left(700.0) > 0.0);
    assert!(left(300.0).abs() < 1e-9);
}

#[test]
fn a_long_ranking_shows_twelve_and_says_how_many_more_there_are() {
    let texts = |drawing: &Drawing| -> Vec<String> {
        drawing
            .marks
            .labels
            .iter()
            .map(|label| label.text.clone())
            .collect()
    };
    let many: Vec<u32> = (1..=20).rev().collect();
    let drawing = Drawing::of(&countries(&many), 600.0, &words());
    assert_eq!(drawing.rows.len(), 12);
    assert_eq!(texts(&drawing), ["and 8 more"]);
    let drawing = Drawing::of(&countries(&many[3..]), 600.0, &words());
    assert_eq!((drawing.rows.len(), texts(&drawing).len()), (17, 0));
}

/// Cooperations with these terms.
fn with_terms(terms: &[(&str, Option<&str>)]) -> Map {
    let mut atlas = frame();
    atlas["places"] =
        json!([{"id": "p", "name_de": "Ort", "name_en": "Place", "precision": "region", "lat": 1, "lon": 1}]);
    let record = |(position, (start, end)): (usize, &(&str, Option<&str>))| {
        let record = json!({
            "id": format!("k{position}"), "title_de": "Titel", "title_en": "Title", "partners": [{"place": "p"}],
            "themes": ["health"], "kinds": ["project"], "start": start,
        });
        end.map_or(record.clone(), |end| with(record, "end", json!(end)))
    };
    let records: Vec<Json> = terms.iter().enumerate().map(record).collect();
    atlas["cooperations"] = json!(records);
    Map::of(&atlas)
}

#[test]
fn what_may_go_on_is_pale_after_its_beginning() {
    let map = with_terms(&[("2016", None), ("2016", Some("2018")), ("2018", Some("2018"))]);
    let all = Bitmap::all(3);
    let chart = chart_of(&map, By::Years, &[&all]);
    let numbers: Vec<(String, u32, u32)> = chart
        .rows
        .iter()
        .map(|row| (row.label.clone(), row.amounts[0].stated, row.amounts[0].perhaps))
        .collect();
    let expected = [("2016", 2, 0), ("2017", 1, 1), ("2018", 2, 1)];
    assert_eq!(
        numbers,
        expected.map(|(year, stated, perhaps)| (year.to_owned(), stated, perhaps))
    );

    let drawing = Drawing::of(&chart, 600.0, &words());
    let inks: Vec<Vec<Ink>> = drawing
        .rows
        .iter()
        .map(|row| row.marks.bars.iter().map(|bar| bar.ink).collect())
        .collect();
    assert_eq!(
        inks,
        [
            vec![Ink::First],
            vec![Ink::First, Ink::FirstPerhaps],
            vec![Ink::First, Ink::FirstPerhaps]
        ]
    );
}

#[test]
fn years_without_room_are_gathered_into_the_first_column() {
    let years: Vec<String> = (2000..2020).map(|year| year.to_string()).collect();
    let terms: Vec<(&str, Option<&str>)> = years
        .iter()
        .map(|year| (year.as_str(), Some(year.as_str())))
        .collect();
    let map = with_terms(&terms);
    let all = Bitmap::all(terms.len());
    let chart = chart_of(&map, By::Years, &[&all]);
    let columns = |room| Drawing::of(&chart, room, &words()).rows.len();
    assert_eq!(columns(600.0), 20);
    let narrow = Drawing::of(&chart, 300.0, &words());
    assert_eq!(narrow.chart.rows.len(), 12);
    assert_eq!(narrow.chart.rows[0].value, Value::Until(2008));
    assert_eq!(narrow.chart.rows[0].amounts[0].stated, 9);
    assert_eq!(narrow.chart.rows[0].label, "until 2008");
    // Too narrow for columns: all years as rows.
    assert_eq!(columns(200.0), 20);
}

#[test]
fn the_legend_names_what_is_drawn() {
    let map = with_terms(&[("2016", None), ("2017", None)]);
    let (all, one) = (Bitmap::all(2), map.set(&map.everything()[..1]));
    let legend = |by, selections: &[&Bitmap]| -> Vec<String> {
        let drawing = Drawing::of(&chart_of(&map, by, selections), 600.0, &words());
        drawing.marks.labels.into_iter().map(|label| label.text).collect()
    };
    assert_eq!(legend(By::Facet(Facet::Programme), &[&all]), [] as [&str; 0]);
    assert_eq!(legend(By::Facet(Facet::Theme), &[&all]), ["life-sciences"]);
    assert_eq!(legend(By::Years, &[&all]), ["as stated", "end unknown"]);
    assert_eq!(
        legend(By::Years, &[&all, &one]),
        ["selection", "compared with", "end unknown"]
    );
}

#[test]
fn asking_for_what_is_asked_takes_it_back() {
    let map = with_terms(&[("2016", Some("2017"))]);
    let all = Bitmap::all(1);
    for by in [By::Facet(Facet::Theme), By::Years] {
        let chart = chart_of(&map, by, &[&all]);
        let asked = chart.asked(&Query::default(), &chart.rows[0]);
        assert!(chart.is_asked(&asked, &chart.rows[0]));
        assert!(!chart.is_asked(&Query::default(), &chart.rows[0]));
        assert_eq!(chart.asked(&asked, &chart.rows[0]), Query::default());
    }
    let chart = chart_of(&map, By::Years, &[&all]);
    let other = chart.asked(&Query::default(), &chart.rows[1]);
    assert!(!chart.is_asked(&other, &chart.rows[0]));
}

fn picture_of(chart: &Chart) -> String {
    let drawing = Drawing::of(chart, 600.0, &words());
    let colours = Colours {
        page: "page".to_owned(),
        text: "ink".to_owned(),
        quiet: "quiet".to_owned(),
        line: "line".to_owned(),
        bar: "bar".to_owned(),
        fields: Field::ALL.map(|field| format!("of-{}", field.code())),
    };
    svg(&Picture {
        language: Language::German,
        title: "Länder & <Orte>",
        about: &["3 \"Kooperationen\"".to_owned()],
        drawing: &drawing,
        notes: &["Quelle: A & B, 2026".to_owned()],
        colours: &colours,
    })
}

#[test]
fn a_file_stands_alone_and_says_what_it_is() {
    let mut chart = countries(&[3]);
    chart.rows[0].label = "<script>alert('x')</script> & \"more\"\u{7}".to_owned();
    let file = picture_of(&chart);
    for part in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"de\"",
        "<title>Länder &amp; &lt;Orte&gt;</title>",
        "<desc>3 &quot;Kooperationen&quot; Quelle: A &amp; B, 2026</desc>",
        ">Quelle: A &amp; B, 2026</text>",
        "fill=\"bar\"",
        "&lt;script&gt;",
    ] {
        assert!(file.contains(part), "{part} in {file}");
    }
    for part in ["<script", "class=", "var(", "\u{7}"] {
        assert!(!file.contains(part), "{part} in {file}");
    }
    check_well_formed(&file);
}

/// Every element is closed, in order, and text holds no bare `<`, `>` or `&`.
pub(crate) fn check_well_formed(file: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = file.trim_end();
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>'), "{text}");
        for (position, _) in text.match_indices('&') {
            assert!(text[position..].contains(';'), "{text}");
        }
        let (tag, after) = after.split_once('>').unwrap();
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.ends_with('/') => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
        rest = after;
    }
    assert_eq!((open, rest), (Vec::new(), ""));
}

#[test]
fn a_file_draws_every_bar_and_every_text_of_the_drawing() {
    let map = with_terms(&[("2016", None), ("2016", Some("2018")), ("2018", Some("2018"))]);
    let (all, one) = (Bitmap::all(3), map.set(&map.everything()[..1]));
    let chart = chart_of(&map, By::Years, &[&all, &one]);
    let file = picture_of(&chart);
    let drawing = Drawing::of(&chart, 600.0, &words());
    let all_marks: Vec<&Marks> = drawing
        .rows
        .iter()
        .map(|row| &row.marks)
        .chain([&drawing.marks])
        .collect();
    let bars: usize = all_marks.iter().map(|marks| marks.bars.len()).sum();
    // One more lies behind everything.
    assert_eq!(file.matches("<rect").count(), bars + 1);
    assert_eq!(
        file.matches("stroke-dasharray").count(),
        2,
        "the second is pale in two years"
    );
    for label in all_marks.iter().flat_map(|marks| &marks.labels) {
        assert!(
            file.contains(&format!(">{}</text>", label.text)),
            "{}",
            label.text
        );
    }
    check_well_formed(&file);
}

#[test]
fn tables_hold_every_row_and_only_the_columns_that_say_something() {
    let heads = Heads {
        by: "Year",
        first: "Number",
        second: "Other",
        first_perhaps: "Perhaps",
        second_perhaps: "Other perhaps",
    };
    let map = with_terms(&[("2016", None), ("2016", Some("2017"))]);
    let (all, one) = (Bitmap::all(2), map.set(&map.everything()[1..]));
    let text = |chart: &Chart, language| csv_of_texts(&cells(chart, &heads), Dialect::of(language));
    let years = chart_of(&map, By::Years, &[&all, &one]);
    assert_eq!(
        text(&years, Language::German),
        "\u{feff}Year;Number;Perhaps;Other;Other perhaps\r\n2016;2;0;1;0\r\n2017;1;1;1;0\r\n"
    );
    let programmes = chart_of(&map, By::Facet(Facet::Programme), &[&all]);
    assert_eq!(
        text(&programmes, Language::English),
        "Year,Number\r\n<none>,2\r\n"
    );
}
