//! The web application: shows a dataset of clusters and cooperations as map, table and details.
//!
//! | module | holds |
//! | --- | --- |
//! | `browser` | every call to the browser that is not Leptos or the map; `browser::dom` makes elements |
//! | `store` | signals and memos over the types of `clusteratlas_core`; no DOM, tested natively |
//! | `map` | the map: Leaflet for camera and gestures, canvases for world and connections, buttons for marks |
//! | `views` | everything else that is seen |
//! | `shell` | the frame of the page: loading, failing, showing |
//!
//! Leptos keeps what changes: signals, memos, effects and their owners. Elements are made by `browser::dom`, which
//! says why; a view is a function from the store to an element that keeps itself in step.
//!
//! `map` and `views` do not know each other; they meet in `store`. What a visitor can choose is one
//! [`ViewState`](clusteratlas_core::permalink::view_state::ViewState), and it is what the link carries.
//!
//! What the first map does not need arrives after it, in a second piece of WebAssembly; `views::parts::later` is the
//! one way there.

pub mod browser;
pub mod map;
pub mod shell;
pub mod store;
pub mod views;
