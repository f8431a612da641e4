//! Folders of the project and temporary ones beside them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clusteratlas_builder::{Folders, publish};
use clusteratlas_core::dataset::Dataset;
use clusteratlas_core::dataset::assemble::assemble;

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A fixture as text.
pub(crate) fn fixture(path: &str) -> String {
    let path = root().join("tests/fixtures").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folders of a dataset whose output goes to `out`.
pub(crate) fn folders(data: &Path, out: &Path) -> Folders {
    Folders {
        data: data.to_owned(),
        packages: root().join("node_modules"),
        public: out.join("public"),
        generated: out.join("generated"),
    }
}

/// The files of a publication, by their paths.
const FILES: [&str; 24] = [
    "generated/head.html",
    "generated/opening.html",
    "public/aenderungen.en.html",
    "public/aenderungen.html",
    "public/data/atlas.json",
    "public/data/atlas.schema.json",
    "public/data/changelog.json",
    "public/data/cluster-excel.csv",
    "public/data/clusteratlas.geojson",
    "public/data/clusteratlas.json",
    "public/data/clusteratlas.jsonld",
    "public/data/clusters.csv",
    "public/data/cooperations.csv",
    "public/data/cooperations.xlsx",
    "public/data/details.json",
    "public/data/kooperationen-excel.csv",
    "public/data/kooperationen.xlsx",
    "public/data/selection.schema.json",
    "public/data/stories.json",
    "public/data/stories.schema.json",
    "public/data/world-coarse.bin",
    "public/data/world-fine.bin",
    "public/table.en.html",
    "public/table.html",
];

/// What a dataset was published as.
pub(crate) struct Published {
    files: BTreeMap<&'static str, Vec<u8>>,
}

impl Published {
    /// The real dataset, published once for all tests.
    pub(crate) fn real() -> &'static Self {
        static REAL: LazyLock<Published> = LazyLock::new(|| Published::of("data"));
        &REAL
    }

    /// The small dataset, published once for all tests.
    pub(crate) fn small() -> &'static Self {
        static SMALL: LazyLock<Published> = LazyLock::new(|| Published::of("tests/fixtures/small"));
        &SMALL
    }

    /// Publishes the dataset in `data`, a path from the project's root.
    #[track_caller]
    pub(crate) fn of(data: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let report = publish(&folders(&root().join(data), folder.path())).unwrap();
        assert_eq!(report.errors(), 0, "{report}");
        let files = FILES.map(|file| (file, fs::read(folder.path().join(file)).unwrap()));
        Self { files: files.into() }
    }

    /// The paths of all files.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &'static str> {
        self.files.keys().copied()
    }

    /// The bytes of a file below `public` or `generated`.
    #[track_caller]
    pub(crate) fn bytes(&self, path: &str) -> &[u8] {
        self.files
            .get(path)
            .unwrap_or_else(|| panic!("not published: {path}"))
    }

    /// The text of a file.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path).to_vec()).unwrap()
    }

    /// The dataset as the application reads it, from a file without any problem.
    #[track_caller]
    pub(crate) fn dataset(&self) -> Dataset {
        let (dataset, problems) = assemble(&self.text("public/data/atlas.json")).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        dataset
    }
}
