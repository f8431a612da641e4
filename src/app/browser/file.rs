//! Files that a visitor gives: dropped on the page or chosen in a dialog. Nothing of them is read here.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Event, FileList, HtmlInputElement};

/// A file of the visitor's.
#[derive(Clone, Debug)]
pub struct File(web_sys::File);

impl File {
    /// Its name without the folders that it lies in.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> f64 {
        self.0.size()
    }

    /// Those that are dropped.
    pub fn dropped(event: &Event) -> Vec<Self> {
        let event: &DragEvent = event.unchecked_ref();
        let files = event.data_transfer().and_then(|carried| carried.files());
        files.map(|files| all(&files)).unwrap_or_default()
    }

    /// Those that the field which the event is of has. It forgets them, so that the same may be chosen again.
    pub fn chosen(event: &Event) -> Vec<Self> {
        let Some(field) = event.target().and_then(|target| target.dyn_into().ok()) else {
            return Vec::new();
        };
        let field: HtmlInputElement = field;
        let files = field.files().map(|files| all(&files)).unwrap_or_default();
        field.set_value("");
        files
    }
}

impl AsRef<JsValue> for File {
    fn as_ref(&self) -> &JsValue {
        self.0.as_ref()
    }
}

fn all(files: &FileList) -> Vec<File> {
    (0..files.length())
        .filter_map(|number| files.get(number))
        .map(File)
        .collect()
}
