//! Guards the palette of `style/tokens.css`: contrast of everything that carries meaning (WCAG 2.2, 1.4.3 and 1.4.11),
//! and the distance of the fields of themes for every kind of colour vision.

mod pairs;
mod tokens;
mod vision;

use clusteratlas_core::domain::theme::Field;
use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast as _;

use pairs::{Pair, SILENT, pairs};
use tokens::{Reader, Tokens};
use vision::{Vision, distance};

/// What lies over something else, seen as one colour.
fn over(ink: Srgb, opacity: f32, ground: Srgb) -> Srgb {
    ink * opacity + ground * (1.0 - opacity)
}

/// Compares every pair with the least contrast that it needs.
#[track_caller]
fn check(reader: Reader, least: impl Fn(&Pair) -> f32) {
    let tokens = Tokens::read(reader);
    let mut weak = Vec::new();
    for pair in pairs() {
        let least = least(&pair);
        for (ground, below) in pair.seen_on() {
            let below = below.map(|name| tokens.colour(name));
            let ground_colour = below.map_or(tokens.colour(ground), |below| {
                over(tokens.colour(ground), pair.opacity, below)
            });
            let behind = below.unwrap_or(ground_colour);
            let ink = over(tokens.colour(pair.ink), pair.opacity, behind);
            let contrast = ink.relative_contrast(ground_colour);
            if contrast < least {
                weak.push(format!(
                    "{}: {} on {ground} has {contrast:.2}, not {least}",
                    pair.what, pair.ink
                ));
            }
        }
    }
    assert!(weak.is_empty(), "{reader:?}\n{}", weak.join("\n"));
}

#[test]
fn whatever_carries_meaning_stands_out_in_light_and_dark() {
    for reader in [Reader::LIGHT, Reader::DARK] {
        check(reader, |pair| pair.least);
    }
}

#[test]
fn more_contrast_means_seven_to_one_for_text_and_never_less_for_the_rest() {
    for reader in [Reader::LIGHT, Reader::DARK] {
        let more = Reader {
            more_contrast: true,
            ..reader
        };
        check(more, |pair| if pair.is_plain_text { 7.0 } else { pair.least });
    }
}

#[test]
fn every_colour_is_judged_or_known_to_say_nothing() {
    let named: Vec<&str> = pairs()
        .iter()
        .flat_map(|pair| std::iter::once(pair.ink).chain(pair.grounds.iter().copied()))
        .collect();
    let tokens = Tokens::read(Reader::LIGHT);
    for name in tokens.names() {
        let silent = SILENT.contains(&name);
        assert_ne!(named.contains(&name), silent, "{name}");
    }
}

/// Fields are at least so far apart (CIEDE2000) for everyone. About 1 is just noticed side by side, and signs and
/// lines are small and far from each other.
const LEAST_DISTANCE: f32 = 14.0;

#[test]
fn fields_are_told_apart_with_every_colour_vision() {
    for reader in [Reader::LIGHT, Reader::DARK] {
        let tokens = Tokens::read(reader);
        let colours = Field::ALL.map(|field| tokens.colour(&format!("field-{}", field.code())));
        for vision in Vision::ALL {
            for (position, &one) in colours.iter().enumerate() {
                for (before, &other) in colours.iter().enumerate().take(position) {
                    let distance = distance(vision.sees(one), vision.sees(other));
                    let names = [Field::ALL[before].code(), Field::ALL[position].code()];
                    assert!(
                        distance >= LEAST_DISTANCE,
                        "{reader:?}, {vision:?}: {names:?} are {distance:.1} apart"
                    );
                }
            }
        }
    }
}

#[test]
fn every_step_of_the_heat_scale_is_farther_from_the_page() {
    for reader in [Reader::LIGHT, Reader::DARK] {
        let tokens = Tokens::read(reader);
        let contrast = |step: u8| {
            let colour = tokens.colour(&format!("heat-{step}"));
            colour.relative_contrast(tokens.colour("page"))
        };
        assert!(
            (1..6).all(|step| contrast(step) * 1.1 < contrast(step + 1)),
            "{reader:?}"
        );
    }
}
