//! The one workbench of the page: started when it is first needed, asked one thing at a time, ended by the editor.

use std::cell::RefCell;

use clusteratlas_core::workbench::{Answer, Outcome, Product, Question};
use leptos::prelude::*;

use crate::browser::announcer::say;
use crate::browser::document;
use crate::browser::download::save;
use crate::browser::error::BrowserError;
use crate::browser::fetch::spawn;
use crate::browser::file::File;
use crate::browser::frame::after_paint;
use crate::browser::workbench::Workbench;
use crate::store::{Reading, Session, Trouble, Work};

use super::report;

/// Larger files are not even handed to the workbench, which would refuse them.
const MOST_BYTES: f64 = 50_000_000.0;

/// What the workbench was asked.
enum Asked {
    /// What an editor has.
    Files(Vec<File>),
    /// What is published.
    Published,
    /// A file.
    Product(Product),
    /// What was read already, by a workbench that has ended; then a file of it.
    Again(Product),
}

#[derive(Default)]
struct Bench {
    running: Option<Workbench>,
    /// Counts what was asked, so that what starts too late is known for it.
    turn: u32,
    asked: Option<Asked>,
    /// The files of the present reading.
    files: Vec<File>,
    /// Whether the running workbench has read them.
    knows: bool,
}

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

fn with<T>(call: impl FnOnce(&mut Bench) -> T) -> T {
    BENCH.with(|bench| call(&mut bench.borrow_mut()))
}

/// Reads what an editor has.
pub(super) fn read(session: Session, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    if files.iter().map(File::bytes).sum::<f64>() > MOST_BYTES {
        session.desk().trouble.set(Some(Trouble::TooLarge));
        return;
    }
    ask(session, Asked::Files(files));
}

/// Reads what is published.
pub(super) fn read_published(session: Session) {
    ask(session, Asked::Published);
}

/// Makes a file and saves it.
pub(super) fn make(session: Session, product: Product) {
    let of_reading = !matches!(product, Product::Template | Product::Workbook);
    let has_reading = session.desk().reading.with_untracked(Option::is_some);
    let knows = with(|bench| bench.knows);
    if of_reading && has_reading && !knows {
        ask(session, Asked::Again(product));
    } else {
        ask(session, Asked::Product(product));
    }
}

/// Ends what is being done, and the workbench with it.
pub(super) fn cancel(session: Session) {
    rest(session, Some(Trouble::Cancelled));
    end();
}

fn end() {
    let running = with(|bench| {
        bench.turn += 1;
        bench.asked = None;
        bench.knows = false;
        bench.running.take()
    });
    // It may be what calls.
    after_paint(move || drop(running));
}

fn rest(session: Session, trouble: Option<Trouble>) {
    let desk = session.desk();
    desk.trouble.set(trouble);
    desk.work.set(Work::Rest);
}

fn ask(session: Session, asked: Asked) {
    let desk = session.desk();
    if desk.work.get_untracked() != Work::Rest {
        return;
    }
    desk.trouble.set(None);
    desk.work.set(match asked {
        Asked::Product(product) => Work::Making(product),
        Asked::Files(_) | Asked::Published | Asked::Again(_) => Work::Reading {
            step: None,
            permille: 0,
        },
    });
    let turn = with(|bench| {
        bench.turn += 1;
        bench.asked = Some(asked);
        bench.turn
    });
    spawn(async move {
        if with(|bench| bench.running.is_none()) {
            let started = start(session).await;
            if with(|bench| bench.turn != turn) {
                return;
            }
            match started {
                Ok(workbench) => with(|bench| bench.running = Some(workbench)),
                Err(error) => return rest(session, Some(Trouble::NotStarted(error.to_string()))),
            }
        }
        if let Err(error) = post(session) {
            break_down(session, error.to_string());
        }
    });
}

async fn start(session: Session) -> Result<Workbench, BrowserError> {
    let workbench = Workbench::start(move |answer, files| hear(session, answer, files)).await?;
    workbench.open().await?;
    Ok(workbench)
}

/// Passes on what was asked.
fn post(session: Session) -> Result<(), BrowserError> {
    with(|bench| {
        let none = Vec::new();
        let reads = |files: &[File]| Question::Read {
            names: files.iter().map(File::name).collect(),
        };
        let (question, files) = match &bench.asked {
            Some(Asked::Files(files)) => (reads(files), files),
            Some(Asked::Again(_)) => (reads(&bench.files), &bench.files),
            Some(Asked::Published) => (reads(&none), &none),
            Some(Asked::Product(product)) => (
                Question::Make {
                    product: *product,
                    language: session.language.get_untracked().code().to_owned(),
                },
                &none,
            ),
            None => return Ok(()),
        };
        match &bench.running {
            Some(workbench) => workbench.ask(&question, files),
            None => Ok(()),
        }
    })
}

fn break_down(session: Session, cause: String) {
    rest(session, Some(Trouble::Broken(cause)));
    end();
}

fn hear(session: Session, answer: Answer, files: Vec<Vec<u8>>) {
    let desk = session.desk();
    match answer {
        Answer::Opened => {}
        Answer::Progress { step, permille } => {
            if let Work::Reading { .. } = desk.work.get_untracked() {
                let step = Some(step);
                desk.work.set(Work::Reading { step, permille });
            }
        }
        Answer::Read(outcome) => match with(|bench| bench.asked.take()) {
            Some(Asked::Files(given)) => {
                let names = given.iter().map(File::name).collect();
                with(|bench| {
                    bench.files = given;
                    bench.knows = true;
                });
                let reading = Reading::new(names, *outcome, files);
                let counts = untrack(|| session.texts()).editors().counts;
                let Outcome {
                    records,
                    accepted,
                    reported,
                    ..
                } = reading.outcome;
                let take = move || {
                    desk.take(reading);
                    say(counts(records, accepted, reported));
                    rest(session, None);
                    after_paint(|| document::focus(report::HEADING));
                };
                // What is shown on the map is no longer what was read last.
                if session.show(None) {
                    after_paint(take);
                } else {
                    take();
                }
            }
            Some(Asked::Again(product)) => {
                with(|bench| {
                    bench.knows = true;
                    bench.asked = Some(Asked::Product(product));
                });
                desk.work.set(Work::Making(product));
                if let Err(error) = post(session) {
                    break_down(session, error.to_string());
                }
            }
            Some(Asked::Published) => {
                with(|bench| bench.knows = false);
                let read = Reading::new(Vec::new(), *outcome, Vec::new());
                desk.published.set(Some(std::sync::Arc::new(read)));
                rest(session, None);
            }
            Some(Asked::Product(_)) | None => {}
        },
        Answer::Made { name, media_type } => {
            with(|bench| bench.asked = None);
            let content = files.first().map(Vec::as_slice).unwrap_or_default();
            let saved = save(&name, &media_type, content).is_ok();
            rest(session, (!saved).then_some(Trouble::NotSaved));
            if saved {
                say((untrack(|| session.texts()).editors().saved)(&name));
            }
        }
        Answer::Refused(why) => {
            let asked = with(|bench| bench.asked.take());
            if !matches!(asked, Some(Asked::Product(_))) {
                with(|bench| bench.knows = false);
            }
            rest(session, Some(Trouble::Refused(why)));
        }
        Answer::Failed(cause) => break_down(session, cause),
    }
}
