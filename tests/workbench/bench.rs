//! A workbench that knows the real dataset, and what its answers hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clusteratlas_builder::{Folders, publish};
use clusteratlas_core::workbench::{Answer, Both, Outcome, Product, Question, Step};
use clusteratlas_workbench::Workbench;

/// What the page would load, and what the workbench is opened with.
pub(crate) struct Published {
    pub(crate) atlas: Vec<u8>,
    pub(crate) details: Vec<u8>,
    pub(crate) stories: Vec<u8>,
    knowledge: Vec<u8>,
}

/// The root of the project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The real dataset, published once for all tests.
pub(crate) static PUBLISHED: LazyLock<Published> = LazyLock::new(|| {
    let out = tempfile::tempdir().unwrap();
    let folders = Folders {
        public: out.path().join("public"),
        generated: out.path().join("generated"),
        ..Folders::of_project(&root())
    };
    assert_eq!(publish(&folders).unwrap().errors(), 0);
    let file = |name: &str| fs::read(folders.public.join("data").join(name)).unwrap();
    Published {
        atlas: file("atlas.json"),
        details: file("details.json"),
        stories: file("stories.json"),
        knowledge: file("workbench.json"),
    }
});

/// What is published, as a workbook with German headings and the name of its file.
pub(crate) static WORKBOOK: LazyLock<(String, Vec<u8>)> =
    LazyLock::new(|| make(&mut open(), Product::Workbook, "de").unwrap());

/// A workbench that has read what is published.
pub(crate) fn well_read() -> Workbench {
    let mut bench = open();
    let (name, workbook) = &*WORKBOOK;
    read(&mut bench, &[(name, workbook)]).unwrap();
    bench
}

impl Published {
    /// The files that come with what was read, where that is what is published.
    pub(crate) fn site(&self) -> [&[u8]; 3] {
        [&self.atlas, &self.details, &self.stories]
    }
}

/// A workbench that is open.
pub(crate) fn open() -> Workbench {
    let mut bench = Workbench::default();
    let knowledge = vec![PUBLISHED.knowledge.clone()];
    let (answer, files) = bench.answer(Question::Open, knowledge, &mut |_| {});
    assert_eq!((answer, files), (Answer::Opened, Vec::new()));
    bench
}

/// What came of reading files, the files of the site, and how far it was in between.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) outcome: Outcome,
    pub(crate) site: Vec<Vec<u8>>,
    pub(crate) steps: Vec<(Step, u16)>,
}

pub(crate) fn read(bench: &mut Workbench, files: &[(&str, &[u8])]) -> Result<Reading, Both> {
    let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let bytes = files.iter().map(|(_, bytes)| bytes.to_vec()).collect();
    let mut steps = Vec::new();
    let (answer, site) = bench.answer(Question::Read { names }, bytes, &mut |answer| match answer {
        Answer::Progress { step, permille } => steps.push((step, permille)),
        other => panic!("{other:?} before the answer"),
    });
    match answer {
        Answer::Read(outcome) => Ok(Reading {
            outcome: *outcome,
            site,
            steps,
        }),
        Answer::Refused(words) => Err(words),
        other => panic!("{other:?}"),
    }
}

/// A file that was made, with its name.
pub(crate) fn make(
    bench: &mut Workbench,
    product: Product,
    language: &str,
) -> Result<(String, Vec<u8>), Both> {
    let language = language.to_owned();
    let question = Question::Make { product, language };
    let (answer, mut files) = bench.answer(question, Vec::new(), &mut |_| {});
    match answer {
        Answer::Made { name, .. } => Ok((name, files.pop().unwrap())),
        Answer::Refused(words) => Err(words),
        other => panic!("{other:?}"),
    }
}
