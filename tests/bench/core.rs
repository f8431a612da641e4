//! What the core costs natively, with synthetic datasets: reading one, its index, filters, groups, and the scene.
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
    use clusteratlas_core::query::facet::{Facet, Query};
    use clusteratlas_core::query::filter::{Filter, Matches};
    use clusteratlas_core::query::index::Index;
    use clusteratlas_core::scene::Scene;
    use clusteratlas_core::scene::level::Level;

    /// A zoom level at which Germany fills the map.
    const ZOOM_LEVEL: f64 = 6.0;

    /// A dataset with what is built of it once.
    pub(super) struct Loaded {
        dataset: Dataset,
        index: Index,
        all: Matches,
        level: Level,
    }

    pub(super) fn load(text: &str) -> Loaded {
        let dataset = decode(text);
        let index = Index::build(&dataset);
        let all = matches(&index, &Query::default());
        let level = Level::build(&dataset, ZOOM_LEVEL);
        Loaded {
            dataset,
            index,
            all,
            level,
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

    pub(super) fn level(loaded: &Loaded) -> Level {
        Level::build(&loaded.dataset, ZOOM_LEVEL)
    }

    pub(super) fn scene(loaded: &Loaded) -> Scene {
        Scene::build(&loaded.dataset, &loaded.level, &loaded.all.cooperations)
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
        measure("level", &|| drop(black_box(steps::level(&loaded))));
        measure("scene", &|| drop(black_box(steps::scene(&loaded))));
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
