//! Guards that the map tells what the table tells, for random view states over the real dataset and a synthetic one.
//!
//! The rows of the table are read as its file has them; what each holds is looked up in the record, and counted in the
//! plainest way. Then, wherever the map looks, whatever is filtered, searched, compared or open:
//!
//! - the sentence, the summary and the table have the same number, and every row is there once;
//! - the number at a group is that of the rows with a cluster or a partner there, so that every row is at some group,
//!   and may be at several; the same for what the selection is compared with and for what belongs to an open record;
//! - every mark says that number in its name, and marks shown and left out are all groups in sight with rows;
//! - the number of a connection, in all and by field, is that of the rows with a cluster at one end and a partner at the
//!   other; connections drawn and left out are all pairs of which one end is in the frame;
//! - the number beside a country or cluster in the ranking is that of its rows, and of its mark where it stands alone.

use std::collections::{BTreeMap, BTreeSet};

use clusteratlas_builder::generate;
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;
use clusteratlas_core::description::describe;
use clusteratlas_core::domain::cooperation::CooperationKey;
use clusteratlas_core::domain::id::Key;
use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::domain::theme::Field;
use clusteratlas_core::export::sheet::Sheet;
use clusteratlas_core::geo::area::Area;
use clusteratlas_core::geo::mercator::{pixel_from_degrees, scale_at};
use clusteratlas_core::locale::format::number;
use clusteratlas_core::locale::texts;
use clusteratlas_core::permalink::decode::decode;
use clusteratlas_core::permalink::encode::encode;
use clusteratlas_core::permalink::view_state::{Camera, View, ViewState};
use clusteratlas_core::query::bitmap::Bitmap;
use clusteratlas_core::query::facet::{Facet, Query};
use clusteratlas_core::query::filter::{Filter, Matches};
use clusteratlas_core::query::index::Index;
use clusteratlas_core::query::ranking::Order;
use clusteratlas_core::query::related::Related;
use clusteratlas_core::query::selection::{Record, RecordKind, Selection};
use clusteratlas_core::query::side::{Side as InSelection, Sides};
use clusteratlas_core::query::sort::Sort;
use clusteratlas_core::query::summary::Summary;
use clusteratlas_core::query::years::{Undated, Years};
use clusteratlas_core::scene::Scene;
use clusteratlas_core::scene::ground::Ground;
use clusteratlas_core::scene::level::{Level, Side, stepped};
use clusteratlas_core::scene::mark::Marks;
use clusteratlas_core::scene::node::Node;
use clusteratlas_core::scene::viewport::Viewport;
use clusteratlas_core::search;
use clusteratlas_core::workbench::Cell;

use crate::project::Published;

/// View states tried on each dataset.
const STATES: u64 = 600;

#[test]
fn map_and_table_say_the_same_of_the_real_dataset() {
    check(Published::real().dataset(), 20_200_630);
}

#[test]
fn map_and_table_say_the_same_of_a_large_dataset() {
    let text = String::from_utf8(generate(1500, 7)).unwrap();
    let (dataset, problems) = assemble(&text).unwrap();
    assert_eq!(problems, []);
    check(dataset, 20_210_630);
}

#[track_caller]
fn check(dataset: Dataset, first_seed: u64) {
    let atlas = Atlas::of(dataset);
    let mut different = BTreeSet::new();
    for seed in first_seed..first_seed + STATES {
        let mut chance = Chance(seed);
        let state = atlas.state(&mut chance);
        let fragment = encode(&state);
        let (state, ignored) = decode(&fragment);
        assert_eq!(ignored, [], "{fragment}");
        let [width, height] = chance.pick(&[[320.0, 480.0], [760.0, 560.0], [1400.0, 700.0]]);
        Seen::of(
            &atlas,
            &state,
            [width, height],
            format!("seed {seed}: #{fragment}"),
        )
        .check();
        different.insert(fragment);
    }
    assert!(
        different.len() > 500,
        "so many states differ: {}",
        different.len()
    );
}

/// Numbers by chance, the same for the same seed (`SplitMix64`: G. L. Steele, D. Lea and C. H. Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Once in so many times.
    fn once_in(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// A whole number from one to another.
    fn between(&mut self, from: i32, to: i32) -> i32 {
        from + i32::try_from(self.below(usize::try_from(to - from + 1).unwrap())).unwrap()
    }
}

/// A dataset with everything that map and table ask of it.
struct Atlas {
    dataset: Dataset,
    index: Index,
    ground: Ground,
    search: search::Index,
}

impl Atlas {
    fn of(dataset: Dataset) -> Self {
        let index = Index::build(&dataset);
        Self {
            ground: Ground::build(&dataset, &index),
            search: search::Index::build(&dataset),
            index,
            dataset,
        }
    }

    /// A view state by chance.
    fn state(&self, chance: &mut Chance) -> ViewState {
        let compared = chance.once_in(4).then(|| self.query(chance));
        let camera = (!chance.once_in(5)).then(|| {
            let tenths = |number: i32| f64::from(number) / 10.0;
            let (lat, lon) = (chance.between(-350, 650), chance.between(-1200, 1700));
            Camera::new(tenths(lat), tenths(lon), tenths(chance.between(5, 115))).unwrap()
        });
        // Nearer, most of the world is empty.
        let camera = if chance.once_in(3) {
            Camera::new(51.0, 10.0, f64::from(chance.between(8, 40)) / 4.0)
        } else {
            camera
        };
        ViewState {
            language: Some(chance.pick(Language::ALL.as_slice())),
            view: chance.pick(&[View::Map, View::List]),
            query: self.query(chance),
            selection: chance.once_in(2).then(|| self.selection(chance)),
            camera,
            sort: chance.pick(&Sort::all().collect::<Vec<_>>()),
            compared,
            ..ViewState::default()
        }
    }

    fn query(&self, chance: &mut Chance) -> Query {
        let mut query = Query::default();
        for _ in 0..chance.below(4) {
            let facet = chance.pick(&Facet::ALL);
            for _ in 0..=chance.below(4) {
                query.set(facet, &chance.pick(self.index.options(facet)), true);
            }
        }
        query.in_each_country = query.values(Facet::Country).len() > 1 && chance.once_in(3);
        if chance.once_in(4) {
            let (one, other) = (chance.between(1998, 2026), chance.between(1998, 2026));
            let year = |year: i32| u16::try_from(year).ok();
            query.years = Years {
                from: year(one.min(other)),
                to: year(one.max(other)).filter(|_| chance.once_in(2)),
                undated: chance.pick(&[Undated::Included, Undated::Excluded, Undated::Only]),
            }
            .ordered();
        }
        if chance.once_in(5) {
            let cluster = &self.dataset.clusters()[chance.below(self.dataset.clusters().len())];
            let place = &self.dataset.places()[chance.below(self.dataset.places().len())];
            query.set_text(if chance.once_in(2) {
                cluster.label()
            } else {
                place.name.get(Language::German)
            });
        }
        query
    }

    fn selection(&self, chance: &mut Chance) -> Selection {
        let dataset = &self.dataset;
        let cooperation = &dataset.cooperations()[chance.below(dataset.cooperations().len())];
        let kind = chance.pick(&RecordKind::ALL);
        let id: Box<str> = match kind {
            RecordKind::Cluster => {
                let clusters = dataset.clusters();
                clusters[chance.below(clusters.len())].id.as_str().into()
            }
            RecordKind::Place => dataset.place(cooperation.partners[0].place).id.as_str().into(),
            RecordKind::Country => chance.pick(self.index.options(Facet::Country)),
            RecordKind::State => chance.pick(self.index.options(Facet::State)),
            RecordKind::Cooperation => cooperation.id.as_str().into(),
            RecordKind::Programme => chance.pick(self.index.options(Facet::Programme)),
        };
        Selection { kind, id }
    }

    fn matches(&self, query: &Query) -> Bitmap {
        let (mut filter, _) = Filter::resolve(query, &self.index);
        if let Some(found) = self.search.cooperations(query.text()) {
            filter.narrow(found);
        }
        Matches::find(&self.index, &filter).cooperations
    }
}

/// A row of the table, with what the record says.
struct Row {
    side: Option<InSelection>,
    /// Where its clusters stand on the map; Germany where it has none.
    homes: BTreeSet<usize>,
    /// Where its partners do.
    partners: BTreeSet<usize>,
    key: CooperationKey,
}

impl Row {
    fn is_at(&self, group: usize) -> bool {
        self.homes.contains(&group) || self.partners.contains(&group)
    }

    /// Whether it goes from a group to another; those at home are joined without direction.
    fn goes(&self, from: usize, to: usize, both_at_home: bool) -> bool {
        let one_way = |from: usize, to: usize| self.homes.contains(&from) && self.partners.contains(&to);
        from != to && one_way(from, to) && !(both_at_home && from > to && one_way(to, from))
    }
}

/// What a view state shows.
struct Seen<'a> {
    atlas: &'a Atlas,
    state: &'a ViewState,
    language: Language,
    what: String,
    viewport: Viewport,
    level: Level,
    own: Bitmap,
    compared: Option<Bitmap>,
    rows: Vec<Row>,
}

impl<'a> Seen<'a> {
    fn of(atlas: &'a Atlas, state: &'a ViewState, size: [f64; 2], what: String) -> Self {
        let viewport = state.camera.map_or_else(Viewport::default, |camera| {
            let middle = pixel_from_degrees(camera.lat(), camera.lon());
            let half = size.map(|side| side / scale_at(camera.zoom_level()) / 2.0);
            Viewport {
                zoom_level: camera.zoom_level(),
                visible: Area {
                    left: middle.x - half[0],
                    top: middle.y - half[1],
                    right: middle.x + half[0],
                    bottom: middle.y + half[1],
                },
            }
        });
        let mut seen = Self {
            atlas,
            state,
            language: state.language.unwrap(),
            what,
            level: Level::build(&atlas.ground, &atlas.index, stepped(viewport.zoom_level)),
            viewport,
            own: atlas.matches(&state.query),
            compared: state.compared.as_ref().map(|query| atlas.matches(query)),
            rows: Vec::new(),
        };
        seen.rows = seen.table();
        seen
    }

    /// The rows as the file of the table has them.
    fn table(&self) -> Vec<Row> {
        let Atlas { dataset, index, .. } = self.atlas;
        let mut listed = self.own.clone();
        let sides = self.compared.as_ref().map(|other| {
            listed.join(other);
            Sides {
                own: &self.own,
                other,
            }
        });
        let sort = self.state.sort;
        let order = Order::build(dataset, index, sort.column, self.language);
        let sheet = Sheet {
            dataset,
            details: None,
            sides,
            language: self.language,
        };
        let rows: Vec<Vec<Cell>> = sheet.rows(order.of(&listed, sort)).collect();
        let (heads, rows) = rows.split_first().unwrap();
        let words = &texts(self.language).comparison;
        let column = heads.iter().position(|head| *head == Cell::text(words.column));
        let [own, other, both] = [InSelection::Own, InSelection::Other, InSelection::Both];
        let side = |row: &[Cell]| {
            let cell = &row[column?];
            let is_it = |side: &InSelection| Cell::text(words.sides[*side as usize]) == *cell;
            Some([own, other, both].into_iter().find(is_it).unwrap())
        };
        rows.iter()
            .map(|row| {
                let Cell::Text(id) = &row[0] else {
                    panic!("{}: a row without an id", self.what)
                };
                self.row(dataset.cooperation_by_id(id).unwrap(), side(row))
            })
            .collect()
    }

    fn row(&self, key: CooperationKey, side: Option<InSelection>) -> Row {
        let cooperation = self.atlas.dataset.cooperation(key);
        let clusters = cooperation.clusters.iter();
        let mut homes: BTreeSet<usize> = clusters.map(|&key| self.level.group_of_cluster(key)).collect();
        if homes.is_empty() {
            homes.insert(self.level.group_of_germany());
        }
        let partners = cooperation.partners.iter();
        Row {
            side,
            homes,
            partners: partners
                .map(|partner| self.level.group_of_place(partner.place))
                .collect(),
            key,
        }
    }

    /// The rows of the selection itself.
    fn own_rows(&self) -> Vec<&Row> {
        let is_own = |row: &&Row| row.side != Some(InSelection::Other);
        self.rows.iter().filter(is_own).collect()
    }

    /// The rows of the one that it is compared with.
    fn other_rows(&self) -> Vec<&Row> {
        let is_other = |row: &&Row| matches!(row.side, Some(InSelection::Other | InSelection::Both));
        self.rows.iter().filter(is_other).collect()
    }

    fn scene(&self, cooperations: &Bitmap) -> Scene {
        Scene::build(
            &self.atlas.index,
            &self.level,
            cooperations,
            self.viewport.frame(),
            self.viewport.most_connections(),
        )
    }

    fn check(&self) {
        let own = self.own_rows();
        let scene = self.scene(&self.own);
        self.check_table(&own);
        self.check_scene(&scene, &own);
        let other = self.compared.as_ref().map(|other| {
            let scene = self.scene(other);
            self.check_scene(&scene, &self.other_rows());
            scene
        });
        self.check_marks(&scene, other.as_ref());
        self.check_record();
    }

    fn check_table(&self, own: &[&Row]) {
        let Self { what, language, .. } = self;
        let Atlas { dataset, index, .. } = self.atlas;
        let all: BTreeSet<CooperationKey> = self.rows.iter().map(|row| row.key).collect();
        assert_eq!(all.len(), self.rows.len(), "{what}: every row once");
        let summary = Summary::of(index, &self.own);
        assert_eq!(summary.cooperations, own.len(), "{what}: the summary");
        let sentence = describe(dataset, index, &self.state.query, &self.own, *language);
        if !own.is_empty() {
            let beginning = format!("{} ", number(u64::try_from(own.len()).unwrap(), *language));
            assert!(sentence.starts_with(&beginning), "{what}: {sentence}");
        }
        let mut clusters: BTreeMap<_, u32> = BTreeMap::new();
        let mut countries: BTreeMap<_, u32> = BTreeMap::new();
        for row in own {
            let cooperation = dataset.cooperation(row.key);
            let places = cooperation
                .partners
                .iter()
                .map(|partner| dataset.place(partner.place));
            let abroad: BTreeSet<_> = places
                .filter_map(|place| place.country)
                .filter(|&country| country != dataset.germany())
                .map(Key::index)
                .collect();
            for country in abroad {
                *countries.entry(country).or_default() += 1;
            }
            for cluster in cooperation
                .clusters
                .iter()
                .map(|key| key.index())
                .collect::<BTreeSet<_>>()
            {
                *clusters.entry(cluster).or_default() += 1;
            }
        }
        let ranked = summary.clusters.iter().map(|(key, count)| (key.index(), *count));
        assert_eq!(
            ranked.collect::<BTreeMap<_, _>>(),
            clusters,
            "{what}: the ranking of clusters"
        );
        let ranked = summary.countries.iter().map(|(key, count)| (key.index(), *count));
        assert_eq!(
            ranked.collect::<BTreeMap<_, _>>(),
            countries,
            "{what}: the ranking of countries"
        );
    }

    fn check_scene(&self, scene: &Scene, rows: &[&Row]) {
        let what = &self.what;
        let mut at = vec![0_u32; self.level.groups.len()];
        let mut pairs: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        let frame = self.viewport.frame();
        let framed = |group: usize| frame.contains(self.level.groups[group].at);
        for row in rows {
            let groups: BTreeSet<usize> = row.homes.union(&row.partners).copied().collect();
            assert!(!groups.is_empty(), "{what}: a row that is nowhere");
            for group in groups {
                at[group] += 1;
            }
            for &from in &row.homes {
                for &to in &row.partners {
                    if row.goes(from, to, self.both_at_home(from, to)) && (framed(from) || framed(to)) {
                        *pairs.entry((from, to)).or_default() += 1;
                    }
                }
            }
        }
        assert_eq!(scene.counts, at, "{what}: numbers at groups");
        assert_eq!(
            scene.connections.len() + scene.further,
            pairs.len(),
            "{what}: connections"
        );
        let dataset = &self.atlas.dataset;
        for connection in &scene.connections {
            let (from, to) = (connection.from, connection.to);
            assert_eq!(
                Some(&connection.cooperations),
                pairs.get(&(from, to)),
                "{what}: {connection:?}"
            );
            let on_it = rows
                .iter()
                .filter(|row| row.goes(from, to, self.both_at_home(from, to)));
            let mut by_field = [0_u32; 6];
            for row in on_it {
                let themes = dataset.cooperation(row.key).themes.iter();
                let fields: BTreeSet<usize> =
                    themes.map(|&theme| dataset.theme(theme).field as usize).collect();
                for field in fields {
                    by_field[field] += 1;
                }
            }
            assert_eq!(connection.by_field, by_field, "{what}: {:?}", Field::ALL);
        }
    }

    fn both_at_home(&self, one: usize, other: usize) -> bool {
        [one, other]
            .into_iter()
            .all(|group| self.level.groups[group].side == Side::Home)
    }

    fn check_marks(&self, scene: &Scene, other: Option<&Scene>) {
        let (what, language) = (&self.what, self.language);
        let unfiltered = self.state.query.is_empty();
        let marks = Marks::build(
            &self.atlas.dataset,
            &self.level,
            scene,
            other,
            language,
            unfiltered,
            &self.viewport,
        );
        let (own, others) = (self.own_rows(), self.other_rows());
        let near = self.viewport.with_margin();
        let has_rows = |group: usize| own.iter().chain(&others).any(|row| row.is_at(group));
        let stands = |group: &usize| {
            let is_home = self.level.groups[*group].side == Side::Home;
            near.contains(self.level.groups[*group].at) && (has_rows(*group) || unfiltered && is_home)
        };
        let standing = (0..self.level.groups.len()).filter(stands).count();
        assert_eq!(marks.shown.len() + marks.further, standing, "{what}: marks");
        let summary = Summary::of(&self.atlas.index, &self.own);
        let texts = texts(language);
        for mark in &marks.shown {
            let rows = own.iter().filter(|row| row.is_at(mark.group)).count();
            let mut words = (texts.mark_name)("", rows);
            if other.is_some() {
                let rows = others.iter().filter(|row| row.is_at(mark.group)).count();
                words.push_str(&(texts.comparison.also)(rows));
            }
            assert!(
                mark.name.ends_with(&words),
                "{what}: {} and not {words}",
                mark.name
            );
            assert!(mark.spoken.starts_with(&mark.name), "{what}: {}", mark.spoken);
            let ranked = match *self.level.nodes(mark.group) {
                [Node::Country(key)] => summary
                    .countries
                    .iter()
                    .find(|(own, _)| *own == key)
                    .map(|(_, n)| *n),
                [Node::Cluster(key)] => summary
                    .clusters
                    .iter()
                    .find(|(own, _)| *own == key)
                    .map(|(_, n)| *n),
                _ => continue,
            };
            assert_eq!(
                mark.count,
                ranked.unwrap_or(0),
                "{what}: {} in the ranking",
                mark.name
            );
        }
    }

    /// What belongs to the open record: lit up on the map, told in its details.
    fn check_record(&self) {
        let Atlas { dataset, index, .. } = self.atlas;
        let selection = self.state.selection.as_ref();
        let Some(record) = selection.and_then(|selection| Record::find(dataset, selection)) else {
            return;
        };
        let rows: Vec<&Row> = self.rows.iter().filter(|row| self.belongs(row, record)).collect();
        let mut lit = index.touching(dataset, record);
        let mut listed = Bitmap::none(index.cooperations());
        for row in &self.rows {
            listed.set(row.key);
        }
        lit.meet(&listed);
        assert_eq!(
            lit.count() as usize,
            rows.len(),
            "{}: of the open record",
            self.what
        );
        self.check_scene(&self.scene(&lit), &rows);
        let related = Related::of(dataset, index, record, &listed);
        for (place, count) in related.places {
            let at = |row: &&&Row| {
                let partners = &dataset.cooperation(row.key).partners;
                partners.iter().any(|partner| partner.place == place)
            };
            assert_eq!(
                count as usize,
                rows.iter().filter(at).count(),
                "{}: {place:?}",
                self.what
            );
        }
    }

    fn belongs(&self, row: &Row, record: Record) -> bool {
        let dataset = &self.atlas.dataset;
        let cooperation = dataset.cooperation(row.key);
        let mut places = cooperation.partners.iter().map(|partner| partner.place);
        match record {
            Record::Cluster(cluster) => cooperation.clusters.contains(&cluster),
            Record::Place(place) => places.any(|own| own == place),
            Record::Country(country) => places.any(|own| dataset.place(own).country == Some(country)),
            Record::State(state) => {
                let mut clusters = cooperation.clusters.iter();
                clusters.any(|&key| dataset.cluster(key).state == Some(state))
                    || places.any(|own| dataset.place(own).state == Some(state))
            }
            Record::Cooperation(key) => row.key == key,
            Record::Programme(programme) => cooperation.programme == Some(programme),
        }
    }
}
