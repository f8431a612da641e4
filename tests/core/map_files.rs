//! Guards the map as a file: it draws what the scene has, says what the page says, and leans on nothing outside.

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::export::map::{Colours, Finished, Legend, MapFile, svg};
use clusteratlas_core::geo::world::World;
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::mark::Marks;
use clusteratlas_core::scene::picture::{Picture, Shown};
use clusteratlas_core::scene::viewport::Viewport;

use crate::atlas::{Map, many, small};
use crate::charts::check_well_formed;

const HOSTILE: &str = "<script>alert('x')</script> & \"more\"\u{7}";

/// The whole world at four pixels for each of the plane.
fn viewport() -> Viewport {
    Viewport {
        zoom_level: 2.0,
        ..Viewport::default()
    }
}

fn world() -> World {
    World {
        units_per_degree: 1,
        layers: [
            vec![vec![[-10, 40], [30, 40], [30, 60], [-10, 60]]],
            vec![vec![[5, 45], [15, 55]]],
            vec![vec![[6, 48], [15, 48], [15, 54], [6, 54]]],
            vec![vec![[8, 50], [12, 50]]],
        ],
    }
}

fn colours() -> Colours {
    Colours {
        page: "page".to_owned(),
        text: "ink".to_owned(),
        water: "water".to_owned(),
        fields: Field::ALL.map(|field| format!("of-{}", field.code())),
        ..Colours::default()
    }
}

fn legend(sides: Option<[&'static str; 2]>) -> Legend<'static> {
    Legend {
        fields: Field::ALL.map(Field::code),
        home: "at home",
        abroad: "abroad",
        vague: "vague",
        line_width: "width of a line",
        mark_size: "size of a mark",
        sides,
    }
}

/// The file of a picture with a sentence and a note.
fn file(picture: &Picture, about: &str, sides: Option<[&'static str; 2]>) -> Finished {
    svg(&MapFile {
        language: Language::German,
        title: "Karte & <Orte>",
        about: &[about.to_owned()],
        picture,
        world: &world(),
        legend: &legend(sides),
        notes: &["Quelle: A & B, 2026".to_owned()],
        colours: &colours(),
    })
}

/// Draws everything of a map, compared with one set of its cooperations and with another lit up.
fn draw<T>(map: &Map, compared: bool, lit: bool, see: impl FnOnce(&Picture, &[Scene; 2]) -> T) -> T {
    let level = map.level(2.0);
    let keys = map.everything();
    let scenes = [map.scene(&level, &keys), map.scene(&level, &keys[..1])];
    let [scene, part] = &scenes;
    let other = compared.then_some(part);
    let viewport = viewport();
    let marks = Marks::build(
        &map.dataset,
        &level,
        scene,
        other,
        Language::German,
        true,
        &viewport,
    );
    let picture = Picture::of_map(&Shown {
        viewport,
        level: &level,
        scene,
        compared: other,
        emphasis: lit.then_some(part),
        marks: &marks,
        bold: false,
    });
    assert_eq!(picture.marks.len(), marks.shown.len());
    see(&picture, &scenes)
}

/// How many lines the file has in the colours of fields, legend included.
fn lines(file: &str) -> usize {
    file.matches("<path stroke=\"of-").count()
}

#[test]
fn a_file_has_every_line_and_mark_of_the_scene() {
    for atlas in [small(), many()] {
        let map = Map::of(&atlas);
        draw(&map, false, false, |picture, [scene, _]| {
            let made = file(picture, "Satz", None).svg;
            // Every connection of these has one field; the legend has all.
            assert_eq!(lines(&made), scene.connections.len() + Field::ALL.len());
            assert_eq!(made.matches("<g><title>").count(), picture.marks.len());
            for placed in picture.marks.iter().filter(|placed| placed.mark.beside.is_some()) {
                let mut label = String::from(">");
                clusteratlas_core::markup::push_escaped(&mut label, &placed.mark.label);
                assert!(made.contains(&label), "{label}");
            }
        });
    }
}

#[test]
fn what_is_compared_is_dashed_and_named_in_the_legend() {
    let map = Map::of(&many());
    draw(&map, true, false, |picture, [scene, part]| {
        let made = file(picture, "Satz", Some(["first side", "second side"])).svg;
        assert_eq!(
            lines(&made),
            scene.connections.len() + part.connections.len() + Field::ALL.len()
        );
        // One more is in the legend.
        let dashed = made.matches("stroke-dasharray=\"7 5\"").count();
        assert_eq!(dashed, part.connections.len() + 1);
        for words in [">first side<", ">second side<"] {
            assert!(made.contains(words), "{words}");
        }
    });
}

#[test]
fn what_is_open_is_lit_over_the_others() {
    let map = Map::of(&small());
    draw(&map, false, true, |picture, [scene, part]| {
        let numbers: Vec<usize> = picture.layers.iter().map(|layer| layer.strokes.len()).collect();
        assert_eq!(numbers, [scene.connections.len(), part.connections.len()]);
        assert!(picture.layers[0].opacity < picture.layers[1].opacity);
        let faded = picture.marks.iter().filter(|placed| placed.faded);
        for placed in faded.clone() {
            assert_eq!(part.counts[placed.mark.group], 0, "{}", placed.mark.name);
        }
        assert!(faded.count() > 0);
    });
}

#[test]
fn a_file_stands_alone_and_says_what_it_is() {
    let mut atlas = small();
    atlas["clusters"][0]["short_name"] = HOSTILE.into();
    atlas["places"][1]["name_de"] = "Anden & <b>".into();
    let map = Map::of(&atlas);
    draw(&map, false, false, |picture, _| {
        let made = file(picture, HOSTILE, None);
        for part in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"de\" role=\"img\"",
            "<title>Karte &amp; &lt;Orte&gt;</title>",
            "<desc>&lt;script&gt;",
            ">Quelle: A &amp; B, 2026</text>",
            "fill=\"page\"",
            "fill=\"water\"",
            "Anden &amp; &lt;b&gt;",
            ">width of a line<",
            ">size of a mark<",
        ] {
            assert!(made.svg.contains(part), "{part} in {}", made.svg);
        }
        for part in [
            "<script", "<b>", "<image", "<use", "<style", "href", "url(", "class=", "var(", "\u{7}",
        ] {
            assert!(!made.svg.contains(part), "{part} in {}", made.svg);
        }
        check_well_formed(&made.svg);
        assert_eq!(made, file(picture, HOSTILE, None), "the same is drawn the same");
    });
}

#[test]
fn a_file_has_the_size_that_it_says_and_room_for_its_words() {
    let map = Map::of(&small());
    draw(&map, false, false, |picture, _| {
        let sentence = "Kooperationen von Clustern mit Partnern in vielen Ländern der Welt ".repeat(12);
        let [short, long] = ["Satz", &sentence].map(|about| file(picture, about, None));
        let size = format!(" width=\"{}\" height=\"{}\"", long.width, long.height);
        assert!(long.svg.contains(&size), "{size}");
        // The map is 1 024 pixels wide.
        assert_eq!((short.width, long.width), (1072, 1072));
        assert!(long.height > short.height + 18, "the sentence has several lines");
    });
}
