//! The way in from the worker's script, `worker.js`.

use clusteratlas_core::workbench::{Answer, Question};
use clusteratlas_editorial::workbook::guard::Limits;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::Workbench;

#[wasm_bindgen]
extern "C" {
    /// Remembers the last words of the program.
    #[wasm_bindgen(js_name = clusteratlasLastWords)]
    fn last_words(words: &str);
}

/// A workbench that answers with a function: it is given each answer as a text, and the files of it.
#[wasm_bindgen]
pub struct Bench {
    workbench: Workbench,
    post: Function,
}

#[wasm_bindgen]
impl Bench {
    /// A workbench that knows nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new(post: Function) -> Self {
        std::panic::set_hook(Box::new(|info| last_words(&info.to_string())));
        Self {
            workbench: Workbench::default(),
            post,
        }
    }

    /// Answers a question, with files as lists of bytes.
    pub fn answer(&mut self, question: &str, files: &Array) {
        let question = match Question::from_json(question) {
            Ok(question) => question,
            Err(cause) => return self.post(&Answer::Failed(cause), &[]),
        };
        let files = files
            .iter()
            .map(|file| file.unchecked_into::<Uint8Array>().to_vec())
            .collect();
        let post = self.post.clone();
        let mut on_progress = |answer: Answer| send(&post, &answer, &[]);
        let (answer, files) = self.workbench.answer(question, files, &mut on_progress);
        self.post(&answer, &files);
    }

    /// How many bytes of a file are worth passing on: with one more than may be it is refused.
    #[wasm_bindgen(js_name = mostBytes)]
    #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^53")]
    pub fn most_bytes() -> f64 {
        (Limits::EDITORS.bytes + 1) as f64
    }

    fn post(&self, answer: &Answer, files: &[Vec<u8>]) {
        send(&self.post, answer, files);
    }
}

fn send(post: &Function, answer: &Answer, files: &[Vec<u8>]) {
    let files: Array = files.iter().map(|file| Uint8Array::from(&**file)).collect();
    // The worker's script throws nothing here that could be told to anybody.
    let _thrown = post.call2(&JsValue::NULL, &answer.to_json().into(), &files);
}
