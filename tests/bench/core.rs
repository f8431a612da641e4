//! What the core costs natively, with synthetic datasets: reading one, its indexes, filters, searches, groups, and
//! the scene.
//!
//! `cargo xtask bench --native` runs it; by hand `cargo bench -p clusteratlas-builder --bench core -- [NAME]`.
//! `CLUSTERATLAS_BENCH_SIZES` names other numbers of cooperations than the usual ones, separated by commas.
//! Every call into the core stands in [`steps`].

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

const SIZES: [u32; 4] = [300, 3_000, 30_000, 100_000];

/// Chooses among the synthetic datasets.
const SEED: u64 = 1;

/// The calls that are measured.
mod steps {
    use clusteratlas_core::dataset::Dataset;
    use clusteratlas_core::dataset::assemble::assemble;
    use clusteratlas_core::domain::localized::Language;
    use clusteratlas_core::geo::area::Area;
    use clusteratlas_core::geo::mercator::pixel_from_degrees;
    use clusteratlas_core::query::bitmap::Bitmap;
    use clusteratlas_core::query::facet::{Facet, Query};
    use clusteratlas_core::query::filter::{Filter, Matches};
    use clusteratlas_core::query::index::Index;
    use clusteratlas_core::query::matrix::{Axes, Matrix};
    use clusteratlas_core::query::ranking::Order;
    use clusteratlas_core::query::sort::Column;
    use clusteratlas_core::scene::Scene;
    use clusteratlas_core::scene::ground::Ground;
    use clusteratlas_core::scene::level::Level;
    use clusteratlas_core::scene::mark::Marks;
    use clusteratlas_core::scene::viewport::Viewport;
    use clusteratlas_core::search;
    use clusteratlas_core::search::Suggestion;

    /// A zoom level at which Germany fills the map.
    const ZOOM_LEVEL: f64 = 6.0;

    const TYPED: &str = "netzwerk phtonik sachs";

    const SUGGESTIONS: usize = 8;

    /// A dataset with what is built of it once.
    pub(super) struct Loaded {
        dataset: Dataset,
        index: Index,
        search: search::Index,
        ground: Ground,
        all: Matches,
        level: Level,
        scene: Scene,
        viewport: Viewport,
    }

    pub(super) fn load(text: &str) -> Loaded {
        let dataset = decode(text);
        let index = Index::build(&dataset);
        let search = search::Index::build(&dataset);
        let all = matches(&index, &Query::default());
        let ground = Ground::build(&dataset, &index);
        let level = Level::build(&ground, &index, ZOOM_LEVEL);
        let viewport = germany();
        let scene = build_scene(&index, &level, &all, &viewport);
        Loaded {
            dataset,
            index,
            search,
            ground,
            all,
            level,
            scene,
            viewport,
        }
    }

    fn germany() -> Viewport {
        let (upper_left, lower_right) = (pixel_from_degrees(55.1, 5.6), pixel_from_degrees(47.1, 15.3));
        Viewport {
            zoom_level: ZOOM_LEVEL,
            visible: Area {
                left: upper_left.x,
                top: upper_left.y,
                right: lower_right.x,
                bottom: lower_right.y,
            },
        }
    }

    #[expect(clippy::expect_used, reason = "without a dataset there is nothing to measure")]
    pub(super) fn decode(text: &str) -> Dataset {
        assemble(text).expect("synthetic datasets are valid").0
    }

    /// Decodes, checks and indexes: everything between the file and the first filter.
    pub(super) fn open(text: &str) -> (Dataset, Index) {
        let dataset = decode(text);
        let index = Index::build(&dataset);
        (dataset, index)
    }

    pub(super) fn index(loaded: &Loaded) -> Index {
        Index::build(&loaded.dataset)
    }

    /// A filter with its facets.
    pub(super) fn filter(loaded: &Loaded) -> Matches {
        let mut query = Query::default();
        query.set(Facet::Theme, "photonics", true);
        query.set(Facet::Country, "FR", true);
        matches(&loaded.index, &query)
    }

    fn matches(index: &Index, query: &Query) -> Matches {
        let (filter, _) = Filter::resolve(query, index);
        Matches::find(index, &filter)
    }

    /// All three pairs of properties, with their white spots.
    pub(super) fn matrices(loaded: &Loaded) -> usize {
        let count = |&axes: &Axes| Matrix::count(&loaded.index, axes, &loaded.all.cooperations);
        Axes::ALL.iter().map(|axes| count(axes).white_spots().len()).sum()
    }

    pub(super) fn search_index(loaded: &Loaded) -> search::Index {
        search::Index::build(&loaded.dataset)
    }

    /// A text that is being typed, with a mistake: what it asks for.
    pub(super) fn search(loaded: &Loaded) -> Option<Bitmap> {
        loaded.search.cooperations(TYPED)
    }

    /// What it may mean.
    pub(super) fn suggest(loaded: &Loaded) -> Vec<Suggestion> {
        loaded.search.suggest(TYPED, SUGGESTIONS)
    }

    pub(super) fn sort(loaded: &Loaded) -> Order {
        Order::build(&loaded.dataset, &loaded.index, Column::Title, Language::German)
    }

    pub(super) fn ground(loaded: &Loaded) -> Ground {
        Ground::build(&loaded.dataset, &loaded.index)
    }

    pub(super) fn level(loaded: &Loaded) -> Level {
        Level::build(&loaded.ground, &loaded.index, ZOOM_LEVEL)
    }

    pub(super) fn scene(loaded: &Loaded) -> Scene {
        build_scene(&loaded.index, &loaded.level, &loaded.all, &loaded.viewport)
    }

    fn build_scene(index: &Index, level: &Level, matches: &Matches, viewport: &Viewport) -> Scene {
        let (frame, most) = (viewport.frame(), viewport.most_connections());
        Scene::build(index, level, &matches.cooperations, frame, most)
    }

    pub(super) fn marks(loaded: &Loaded) -> Marks {
        let Loaded {
            dataset,
            level,
            scene,
            viewport,
            ..
        } = loaded;
        Marks::build(dataset, level, scene, None, Language::German, true, viewport)
    }
}

fn sizes() -> Vec<u32> {
    std::env::var("CLUSTERATLAS_BENCH_SIZES").map_or_else(
        |_| SIZES.to_vec(),
        |sizes| sizes.split(',').filter_map(|size| size.parse().ok()).collect(),
    )
}

fn core(criterion: &mut Criterion) {
    for size in sizes() {
        let text = String::from_utf8_lossy(&clusteratlas_builder::generate(size, SEED)).into_owned();
        let loaded = steps::load(&text);
        let mut measure = |name: &str, step: &dyn Fn()| {
            criterion
                .benchmark_group(name)
                .bench_function(BenchmarkId::from_parameter(size), |bencher| bencher.iter(step));
        };
        measure("decode", &|| drop(black_box(steps::decode(&text))));
        measure("open", &|| drop(black_box(steps::open(&text))));
        measure("index", &|| drop(black_box(steps::index(&loaded))));
        measure("filter", &|| drop(black_box(steps::filter(&loaded))));
        measure("matrices", &|| {
            black_box(steps::matrices(&loaded));
        });
        measure("search_index", &|| drop(black_box(steps::search_index(&loaded))));
        measure("search", &|| drop(black_box(steps::search(&loaded))));
        measure("suggest", &|| drop(black_box(steps::suggest(&loaded))));
        measure("sort", &|| drop(black_box(steps::sort(&loaded))));
        measure("ground", &|| drop(black_box(steps::ground(&loaded))));
        measure("level", &|| drop(black_box(steps::level(&loaded))));
        measure("scene", &|| drop(black_box(steps::scene(&loaded))));
        measure("marks", &|| drop(black_box(steps::marks(&loaded))));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2));
    targets = core
}
criterion_main!(benches);
