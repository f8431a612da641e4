//! The workbench of editors: a program of its own in a worker. Its script and its code are files of the page like the
//! others, fetched when it is started; what it reads stays in the browser.

use std::cell::RefCell;
use std::rc::Rc;

use clusteratlas_core::domain::localized::Language;
use clusteratlas_core::workbench::{Answer, Question, Sheet};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

use super::document;
use super::error::BrowserError;
use super::fetch;
use super::file::File;

/// The function of `boot.js` that makes the worker.
const MAKER: &str = "clusteratlasWorker";

/// Its code, where the page does not say otherwise.
const PROGRAM: &str = "clusteratlas_workbench.wasm";

/// What it knows beside what it is given.
const KNOWLEDGE: &str = "data/workbench.json";

/// What hears of a message.
type Ear = Closure<dyn FnMut(MessageEvent)>;

/// What hears of a failure.
type Alarm = Closure<dyn FnMut(Event)>;

/// A workbench that is started; it ends with this value.
pub struct Workbench {
    worker: Worker,
    ear: Ear,
    alarm: Alarm,
}

impl Workbench {
    /// Starts it. What it answers is given to `on_answer`, with the files of the answer. After [`Answer::Failed`] it
    /// must be started anew.
    ///
    /// It can write at once; for everything else it must be opened first.
    ///
    /// # Errors
    /// When a file of it does not arrive, or the browser makes no worker.
    pub async fn start(on_answer: impl Fn(Answer, Vec<Vec<u8>>) + 'static) -> Result<Self, BrowserError> {
        let address = document::root_attribute("data-workbench").unwrap_or_else(|| PROGRAM.to_owned());
        let integrity = document::root_attribute("data-workbench-integrity").unwrap_or_default();
        let program = fetch::sealed(&address, &integrity).await?;
        let worker = made().await.map_err(|cause| BrowserError::new(MAKER, &cause))?;

        let on_answer: Rc<dyn Fn(Answer, Vec<Vec<u8>>)> = Rc::new(on_answer);
        let hears = Rc::clone(&on_answer);
        let ear = Ear::new(move |event: MessageEvent| {
            let (answer, files) = read(&event.data());
            hears(answer, files);
        });
        let alarm = Alarm::new(move |event: Event| {
            let error = BrowserError::new(MAKER, &event);
            on_answer(Answer::Failed(error.cause), Vec::new());
        });
        let this = Self { worker, ear, alarm };
        for (kind, listener) in this.listeners() {
            // A worker takes any listener.
            let _listens = this
                .worker
                .add_event_listener_with_callback_and_bool(kind, listener, false);
        }
        this.hand_over(&JsValue::UNDEFINED, &program)?;
        Ok(this)
    }

    /// Has a workbench of its own write sheets as a workbook (XLSX); says in that language why it does not.
    ///
    /// # Errors
    /// When no workbench starts, or it does not write them.
    pub async fn written(sheets: Vec<Sheet>, language: Language) -> Result<Vec<u8>, BrowserError> {
        let heard = Rc::new(RefCell::new(None));
        let mut resolve = None;
        let answered = Promise::new(&mut |on_answer, _| resolve = Some(on_answer));
        let slot = Rc::clone(&heard);
        let workbench = Self::start(move |answer, files| {
            slot.replace(Some((answer, files)));
            // Nothing awaits it but the lines below.
            let _resolved = resolve.as_ref().map(|resolve| resolve.call0(&JsValue::NULL));
        })
        .await?;
        workbench.ask(&Question::Write { sheets }, &[])?;
        // It is never rejected.
        let _nothing = JsFuture::from(answered).await;
        workbench.end();
        let cause = match heard.take() {
            Some((Answer::Made { .. }, files)) => return Ok(files.into_iter().next().unwrap_or_default()),
            Some((Answer::Failed(cause), _)) => cause,
            Some((Answer::Refused(why), _)) => why.get(language).to_owned(),
            _ => String::new(),
        };
        Err(BrowserError {
            attempt: MAKER.to_owned(),
            cause,
        })
    }

    /// Gives it what the build has made for it: the published files, countries and states.
    ///
    /// # Errors
    /// When that does not arrive.
    pub async fn open(&self) -> Result<(), BrowserError> {
        let known = fetch::bytes(KNOWLEDGE).await?;
        self.hand_over(&question(&Question::Open), &known)
    }

    /// Asks it something. Files of the visitor are read by the workbench itself.
    ///
    /// # Errors
    /// When the browser does not pass that on.
    pub fn ask(&self, asked: &Question, files: &[File]) -> Result<(), BrowserError> {
        let files: Array = files.iter().map(AsRef::as_ref).collect();
        self.post(&question(asked), &files, &Array::new())
    }

    /// Posts bytes; they change hands, so that nothing is there twice.
    fn hand_over(&self, question: &JsValue, content: &[u8]) -> Result<(), BrowserError> {
        let content = Array::of1(&Uint8Array::from(content).buffer());
        self.post(question, &content, &content)
    }

    /// A message is a list of the question and its files.
    fn post(&self, question: &JsValue, files: &Array, moved: &Array) -> Result<(), BrowserError> {
        let message = Array::of2(question, files);
        self.worker
            .post_message_with_transfer(&message, moved)
            .map_err(|cause| BrowserError::new("postMessage", &cause))
    }

    fn listeners(&self) -> [(&'static str, &Function); 3] {
        let [ear, alarm] = [self.ear.as_ref(), self.alarm.as_ref()].map(JsCast::unchecked_ref);
        [("message", ear), ("messageerror", alarm), ("error", alarm)]
    }

    /// Ends it in the middle of whatever it does.
    pub fn end(self) {
        drop(self);
    }
}

impl Drop for Workbench {
    fn drop(&mut self) {
        for (kind, listener) in self.listeners() {
            let _gone = self
                .worker
                .remove_event_listener_with_callback_and_bool(kind, listener, false);
        }
        self.worker.terminate();
    }
}

async fn made() -> Result<Worker, JsValue> {
    let make: Function = Reflect::get(&window(), &MAKER.into())?.dyn_into()?;
    let promise: Promise = make.call0(&JsValue::NULL)?.unchecked_into();
    Ok(JsFuture::from(promise).await?.unchecked_into())
}

fn question(asked: &Question) -> JsValue {
    asked.to_json().into()
}

/// An answer is a list of it and its files.
fn read(data: &JsValue) -> (Answer, Vec<Vec<u8>>) {
    let message = Array::from(data);
    let answer = message.get(0).as_string().unwrap_or_default();
    let files = Array::from(&message.get(1));
    let files = files.iter().map(|file| Uint8Array::new(&file).to_vec()).collect();
    match Answer::from_json(&answer) {
        Ok(answer) => (answer, files),
        Err(cause) => (Answer::Failed(cause), Vec::new()),
    }
}
