//! Made-up names and titles. They sound real and belong to nobody.

use super::random::Random;

const BEGINNINGS: [&str; 16] = [
    "Alba", "Bren", "Cor", "Dal", "Elm", "Fern", "Gal", "Hal", "Ister", "Jor", "Kal", "Lor", "Mar", "Nor",
    "Os", "Wester",
];

const ENDINGS: [&str; 16] = [
    "bach", "berg", "burg", "dorf", "feld", "furt", "hafen", "hagen", "hausen", "heim", "ingen", "mond",
    "stadt", "stein", "tal", "wald",
];

const SUBJECTS: [[&str; 2]; 16] = [
    ["Sensorik", "sensors"],
    ["Photonik", "photonics"],
    ["Leichtbau", "lightweight construction"],
    ["Medizintechnik", "medical technology"],
    ["Wasserstoff", "hydrogen"],
    ["Logistik", "logistics"],
    ["Robotik", "robotics"],
    ["Bioökonomie", "bioeconomy"],
    ["Mikroelektronik", "microelectronics"],
    ["Kreislaufwirtschaft", "circular economy"],
    ["Luftfahrt", "aviation"],
    ["Ernährung", "food"],
    ["Batterien", "batteries"],
    ["Software", "software"],
    ["Umwelttechnik", "environmental technology"],
    ["Materialien", "materials"],
];

const FORMS: [[&str; 2]; 8] = [
    ["Partnerschaft für", "Partnership for"],
    ["Reise zu", "Journey on"],
    ["Gemeinsamer Stand:", "Joint stand:"],
    ["Forschung an", "Research on"],
    ["Abkommen über", "Agreement on"],
    ["Austausch über", "Exchange on"],
    ["Erkundung von", "Exploration of"],
    ["Strategie für", "Strategy for"],
];

/// The name of a place that does not exist.
pub(super) fn town(random: &mut Random) -> String {
    let part = |random: &mut Random, parts: &[&'static str]| random.pick(parts).copied().unwrap_or_default();
    let beginning = part(random, &BEGINNINGS);
    format!("{beginning}{}", part(random, &ENDINGS))
}

/// The German and English word for a subject.
pub(super) fn subject(random: &mut Random) -> [&'static str; 2] {
    random.pick(&SUBJECTS).copied().unwrap_or_default()
}

/// A German and an English title of about forty characters.
pub(super) fn title(random: &mut Random) -> [String; 2] {
    let form = random.pick(&FORMS).copied().unwrap_or_default();
    let subject = subject(random);
    let (one, other) = (town(random), town(random));
    [0, 1].map(|language| format!("{} {} {one}–{other}", form[language], subject[language]))
}

/// A German and an English summary of about eighty characters.
pub(super) fn summary(random: &mut Random) -> [String; 2] {
    let (one, other) = (subject(random), subject(random));
    let town = town(random);
    [
        format!(
            "Erfundener Eintrag: Partner in {town} arbeiten an {} und {} zusammen.",
            one[0], other[0]
        ),
        format!(
            "Invented record: partners in {town} work together on {} and {}.",
            one[1], other[1]
        ),
    ]
}
