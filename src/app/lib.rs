//! The web application: shows a dataset of clusters and cooperations as map, table and details.
//!
//! | module | holds |
//! | --- | --- |
//! | `browser` | every call to the browser that is not Leptos or the map |
//! | `store` | signals and memos over the types of `clusteratlas_core`; no DOM, tested natively |
//! | `map` | the map: Leaflet for camera and gestures, canvases for world and connections, buttons for marks |
//! | `views` | everything else that is seen |
//! | `shell` | the frame of the page: loading, failing, showing |
//!
//! `map` and `views` do not know each other; they meet in `store`. What a visitor can choose is one
//! [`ViewState`](clusteratlas_core::permalink::view_state::ViewState), and it is what the link carries.

// The component macro makes a public builder of every component's properties.
#![expect(
    unreachable_pub,
    reason = "components of private modules have public properties"
)]

pub mod browser;
pub mod map;
pub mod shell;
pub mod store;
pub mod views;
