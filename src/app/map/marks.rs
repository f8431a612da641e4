//! Marks: the groups of a scene with sizes, names and places for the names.

use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::geo::mercator::{Point, scale_at};
use clusteratlas_core::locale::format::list;
use clusteratlas_core::locale::texts::Texts;
use clusteratlas_core::order::{arranged, heaviest_first};
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::label::{Area, Beside, Wish, place};
use clusteratlas_core::scene::level::{Group, Level, Side};
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::scale::radius_px;
/// Average width of a letter in a label, in screen pixels.
const LETTER_PX: f64 = 6.7;

/// At most so many names are spelled out for a group.
const MAX_NAMES: usize = 4;

/// A group as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// The group.
    pub group: usize,
    /// What stands for it.
    pub node: Node,
    /// Which side it is on.
    pub side: Side,
    /// Where it stands on the plane of the map.
    pub at: Point,
    /// Radius in screen pixels.
    pub radius_px: f64,
    /// Number of cooperations.
    pub count: u32,
    /// Whether its place is known only as something larger than a city.
    pub vague: bool,
    /// Whether it opens into more marks.
    pub gathers: bool,
    /// Its short name.
    pub label: String,
    /// Where the short name stands, if there is room.
    pub beside: Option<Beside>,
    /// Its name in full words, with what activating it does.
    pub spoken: String,
    /// Its name in full words.
    pub name: String,
}

/// The marks of a scene, the largest first; names stand within the visible part of the plane, given by two
/// of its corners.
pub(super) fn marks(
    dataset: &Dataset,
    level: &Level,
    scene: &Scene,
    language: Language,
    unfiltered: bool,
    visible: (Point, Point),
) -> Vec<Mark> {
    let texts = clusteratlas_core::locale::texts(language);
    let greatest = scene.greatest_count();
    let marks: Vec<Mark> = level
        .groups
        .iter()
        .zip(&scene.counts)
        .enumerate()
        // Clusters without a cooperation stand on the map too, until a filter asks for cooperations.
        .filter(|(_, (group, count))| **count > 0 || (unfiltered && group.side == Side::Home))
        .filter_map(|(position, (group, &count))| {
            let &node = group.nodes.first()?;
            let name = (texts.mark_name)(&names(dataset, group, texts, language), count as usize);
            let gathers = opens(level, position, group);
            Some(Mark {
                group: position,
                node,
                side: group.side,
                at: group.at,
                radius_px: radius_px(count, greatest).min(group.room_px),
                count,
                vague: group.nodes.len() == 1 && node.is_vague(dataset),
                gathers,
                label: label(dataset, group, node, texts, language),
                beside: None,
                spoken: if gathers { format!("{name}, {}", texts.opens_group) } else { name.clone() },
                name,
            })
        })
        .collect();
    let counts: Vec<u32> = marks.iter().map(|mark| mark.count).collect();
    let mut marks = arranged(marks, &heaviest_first(&counts));
    let scale = scale_at(level.zoom_level);
    let wish = |mark: &Mark| Wish {
        at: Point {
            x: mark.at.x * scale,
            y: mark.at.y * scale,
        },
        radius_px: mark.radius_px,
        width_px: f64::from(u32::try_from(mark.label.chars().count()).unwrap_or(0)) * LETTER_PX + 4.0,
    };
    let wishes: Vec<Wish> = marks.iter().map(wish).collect();
    let (upper_left, lower_right) = visible;
    let visible = Area {
        left: upper_left.x * scale,
        top: upper_left.y * scale,
        right: lower_right.x * scale,
        bottom: lower_right.y * scale,
    };
    for (mark, beside) in marks.iter_mut().zip(place(&wishes, visible)) {
        mark.beside = beside;
    }
    marks
}

/// Whether activating a group opens it rather than a record.
pub(super) fn opens(level: &Level, position: usize, group: &Group) -> bool {
    match group.nodes.as_slice() {
        [Node::Germany] => true,
        [Node::City(_)] => level.clusters_of_group(position).nth(1).is_some(),
        nodes => nodes.len() > 1,
    }
}

fn label(dataset: &Dataset, group: &Group, node: Node, texts: &Texts, language: Language) -> String {
    let name = node_name(dataset, node, texts, language);
    match group.nodes.len() {
        1 => name,
        others => (texts.group_more)(&name, others - 1),
    }
}

/// The name of what a node stands for; at home it says where a city is not known.
fn node_name(dataset: &Dataset, node: Node, texts: &Texts, language: Language) -> String {
    let name = node.name(dataset, language);
    match node {
        Node::SomewhereInGermany | Node::SomewhereInState(_) => (texts.seat_unknown_in)(name),
        _ => name.to_owned(),
    }
}

fn names(dataset: &Dataset, group: &Group, texts: &Texts, language: Language) -> String {
    let names: Vec<String> = group
        .nodes
        .iter()
        .take(MAX_NAMES)
        .map(|&node| node_name(dataset, node, texts, language))
        .collect();
    let spelled: Vec<&str> = names.iter().map(String::as_str).collect();
    match group.nodes.len().saturating_sub(MAX_NAMES) {
        0 => list(&spelled, language),
        others => (texts.and_others)(&spelled.join(", "), others),
    }
}
