//! Marks: the groups that a map shows where it looks, with sizes, names and places for the names.

use crate::dataset::Dataset;
use crate::domain::localized::Language;
use crate::geo::mercator::{Point, scale_at};
use crate::locale::format::list;
use crate::locale::texts::Texts;
use crate::order::heaviest_first;

use super::Scene;
use super::label::{Beside, Wish, place};
use super::level::{Level, Side};
use super::node::Node;
use super::scale::radius_px;
use super::viewport::Viewport;

/// Average width of a letter in a label, in screen pixels.
const LETTER_PX: f64 = 6.7;

/// At most so many names are spelled out for a group.
const MAX_NAMES: usize = 4;

/// A group as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
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
    /// Number of those of the selection that the scene is compared with; none without one.
    pub compared: Option<u32>,
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

/// The marks where a map looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The largest marks that can be told apart, the largest first.
    pub shown: Vec<Mark>,
    /// Number of smaller ones that would be there if there were room.
    pub further: usize,
}

impl Marks {
    /// The marks of a scene in a viewport and a little beyond it; names stand within it. `unfiltered` says
    /// that nothing is chosen: then clusters without a cooperation stand on the map too. Where the scene is
    /// compared with another of the same level, the groups of both stand there.
    pub fn build(
        dataset: &Dataset,
        level: &Level,
        scene: &Scene,
        compared: Option<&Scene>,
        language: Language,
        unfiltered: bool,
        viewport: &Viewport,
    ) -> Self {
        let near = viewport.with_margin();
        let other = |group: usize| compared.map(|other| other.counts[group]);
        let greater = |group: usize| scene.counts[group].max(other(group).unwrap_or(0));
        let shown = |group: usize| {
            let is_home = level.groups[group].side == Side::Home;
            (greater(group) > 0 || unfiltered && is_home) && near.contains(level.groups[group].at)
        };
        let groups: Vec<usize> = (0..level.groups.len()).filter(|&group| shown(group)).collect();
        let counts: Vec<u32> = groups.iter().map(|&group| greater(group)).collect();
        let mut largest = heaviest_first(&counts);
        largest.truncate(viewport.most_marks());
        let namer = Namer {
            dataset,
            level,
            language,
            texts: crate::locale::texts(language),
        };
        let greatest = scene
            .greatest_count()
            .max(compared.map_or(0, Scene::greatest_count));
        let further = groups.len() - largest.len();
        let mut shown: Vec<Mark> = largest
            .into_iter()
            .filter_map(|position| {
                let group = groups[position];
                let radius_px = radius_px(counts[position], greatest);
                namer.mark(group, scene.counts[group], other(group), radius_px)
            })
            .collect();
        let scale = scale_at(viewport.zoom_level);
        let wishes: Vec<Wish> = shown.iter().map(|mark| wish(mark, scale)).collect();
        let sides = place(&wishes, viewport.visible.scaled(scale));
        for (mark, beside) in shown.iter_mut().zip(sides) {
            mark.beside = beside;
        }
        Self { shown, further }
    }

    /// The mark that a pointer at a point of the plane means: the nearest of those whose target, `target_px`
    /// wide on the screen or as large as the mark, lies under it.
    pub fn under(&self, at: Point, zoom_level: f64, target_px: f64) -> Option<&Mark> {
        let scale = scale_at(zoom_level);
        let mut nearest: Option<(f64, &Mark)> = None;
        for mark in &self.shown {
            let px = mark.at.distance(at) * scale;
            if px <= mark.radius_px.max(target_px / 2.0) && nearest.is_none_or(|(other, _)| px < other) {
                nearest = Some((px, mark));
            }
        }
        nearest.map(|(_, mark)| mark)
    }
}

/// The short name of a group.
pub fn label(dataset: &Dataset, level: &Level, group: usize, language: Language) -> String {
    let namer = Namer {
        dataset,
        level,
        language,
        texts: crate::locale::texts(language),
    };
    namer.label(group)
}

/// The name of a group in full words; of a cluster that stands alone with its seat.
pub fn full_name(dataset: &Dataset, level: &Level, group: usize, language: Language) -> String {
    let namer = Namer {
        dataset,
        level,
        language,
        texts: crate::locale::texts(language),
    };
    let nodes = level.nodes(group);
    let name = namer.names(nodes);
    let seat = match nodes {
        [Node::Cluster(key)] => dataset.cluster(*key).seat.as_ref(),
        _ => None,
    };
    seat.map_or(name.clone(), |seat| format!("{}, {name}", seat.city))
}

fn wish(mark: &Mark, scale: f64) -> Wish {
    let letters = u32::try_from(mark.label.chars().count()).unwrap_or(0);
    Wish {
        at: Point {
            x: mark.at.x * scale,
            y: mark.at.y * scale,
        },
        radius_px: mark.radius_px,
        width_px: f64::from(letters) * LETTER_PX + 4.0,
    }
}

/// Everything that names need.
struct Namer<'a> {
    dataset: &'a Dataset,
    level: &'a Level,
    language: Language,
    texts: &'static Texts,
}

impl Namer<'_> {
    fn mark(&self, position: usize, count: u32, compared: Option<u32>, radius_px: f64) -> Option<Mark> {
        let group = &self.level.groups[position];
        let nodes = self.level.nodes(position);
        let &node = nodes.first()?;
        let mut name = (self.texts.mark_name)(&self.names(nodes), count as usize);
        if let Some(compared) = compared {
            name.push_str(&(self.texts.comparison.also)(compared as usize));
        }
        let gathers = self.level.opens(position);
        Some(Mark {
            group: position,
            node,
            side: group.side,
            at: group.at,
            radius_px: radius_px.min(group.room_px),
            count,
            compared,
            vague: nodes.len() == 1 && node.is_vague(self.dataset),
            gathers,
            label: self.label(position),
            beside: None,
            spoken: if gathers {
                format!("{name}, {}", self.texts.opens_group)
            } else {
                name.clone()
            },
            name,
        })
    }

    fn label(&self, group: usize) -> String {
        match self.level.nodes(group) {
            [] => String::new(),
            [only] => self.name(*only),
            [first, others @ ..] => (self.texts.group_more)(&self.name(*first), others.len()),
        }
    }

    /// The name of what a node stands for; at home it says where a city is not known.
    fn name(&self, node: Node) -> String {
        let name = node.name(self.dataset, self.language);
        match node {
            Node::SomewhereInGermany | Node::SomewhereInState(_) => (self.texts.seat_unknown_in)(name),
            _ => name.to_owned(),
        }
    }

    fn names(&self, nodes: &[Node]) -> String {
        let names: Vec<String> = nodes
            .iter()
            .take(MAX_NAMES)
            .map(|&node| self.name(node))
            .collect();
        let spelled: Vec<&str> = names.iter().map(String::as_str).collect();
        match nodes.len().saturating_sub(MAX_NAMES) {
            0 => list(&spelled, self.language),
            others => (self.texts.and_others)(&spelled.join(", "), others),
        }
    }
}
