//! The workbench of editors: reads what they have, says what is wrong in it and what it changes, and makes files of it.
//!
//! | module | holds |
//! | --- | --- |
//! | `reading` | files of editors -> records, notes, differences |
//! | `authored` | authored files among them |
//! | `products` | files that editors take with them |
//! | `told` | what the page is told, in the words of the protocol |
//! | `edge` | the way in from the worker, on WebAssembly alone |
//!
//! Invariants: pure but for the edge; what it is given stays with it; a question that cannot be answered is refused
//! with a reason in both languages.
#![deny(missing_docs)]

mod authored;
#[cfg(target_arch = "wasm32")]
mod edge;
mod products;
mod reading;
mod told;

use clusteratlas_core::workbench::{Answer, Both, Question};
use clusteratlas_editorial::authored::Authored;
use clusteratlas_editorial::knowledge::Knowledge;
use clusteratlas_editorial::work_list::work_list;
use clusteratlas_editorial::workbook::read::File;

use reading::Reading;

/// An answer and its files, or why there is none.
type Answered = Result<(Answer, Vec<Vec<u8>>), Both>;

/// What the workbench knows.
#[derive(Debug, Default)]
pub struct Workbench {
    known: Option<Known>,
    reading: Option<Reading>,
}

/// What the build has made for it.
#[derive(Debug)]
struct Known {
    knowledge: Knowledge,
    published: Authored,
}

impl Workbench {
    /// Answers a question with its files; says in between how far it is.
    pub fn answer(
        &mut self,
        question: Question,
        files: Vec<Vec<u8>>,
        on_progress: &mut dyn FnMut(Answer),
    ) -> (Answer, Vec<Vec<u8>>) {
        let answered = match question {
            Question::Open => self.open(&files),
            Question::Read { names } => self.read(names, files, on_progress),
            Question::Make { product, language } => {
                let language = told::language(&language);
                products::make(self.known.as_ref(), self.reading.as_ref(), product, language)
            }
            Question::Write { sheets } => products::write(sheets),
        };
        answered.unwrap_or_else(|words| (Answer::Refused(words), Vec::new()))
    }

    fn open(&mut self, files: &[Vec<u8>]) -> Answered {
        let bytes = files.first().map(Vec::as_slice).unwrap_or_default();
        let knowledge = Knowledge::from_json(bytes).map_err(|error| {
            told::both([
                format!("Der veröffentlichte Datensatz ist nicht lesbar: {error}"),
                format!("The published dataset cannot be read: {error}"),
            ])
        })?;
        let published = Authored::of(&knowledge.files);
        self.known = Some(Known { knowledge, published });
        self.reading = None;
        Ok((Answer::Opened, Vec::new()))
    }

    fn read(
        &mut self,
        names: Vec<String>,
        files: Vec<Vec<u8>>,
        on_progress: &mut dyn FnMut(Answer),
    ) -> Answered {
        // What was read before is gone even if this cannot be read: nobody shall take the old for the new.
        self.reading = None;
        let known = self.known.as_ref().ok_or_else(told::not_open)?;
        if names.is_empty() {
            let tasks = work_list(&known.published, reading::MONTHS);
            return Ok((Answer::Read(Box::new(told::tasks(&tasks))), Vec::new()));
        }
        let files = names.into_iter().zip(files);
        let files: Vec<File> = files.map(|(name, bytes)| File { name, bytes }).collect();
        let (reading, tasks) = reading::read(known, &files, on_progress)?;
        let outcome = told::outcome(&reading, &tasks);
        let site = reading.site.as_ref().map(|site| {
            let files = [&site.atlas, &site.details, &site.stories];
            files.map(|text| text.clone().into_bytes()).to_vec()
        });
        self.reading = Some(reading);
        Ok((Answer::Read(Box::new(outcome)), site.unwrap_or_default()))
    }
}
