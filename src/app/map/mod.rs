//! The map. Leaflet keeps camera, gestures and panes; everything seen is drawn here.
//!
//! Three layers lie in Leaflet's panes: a canvas with the world (`basemap`), a canvas with the connections
//! (`connections`) and buttons for the marks (`mark_buttons`), so that what can be focused is real and what
//! comes by the hundred is cheap.

mod basemap;
mod camera;
mod canvases;
mod connections;
mod controls;
mod ext;
mod input;
mod layer_canvas;
mod live_map;
mod map_view;
mod mark_buttons;
mod motion;
mod palette;
mod projection;
mod tooltip;
mod touch;

pub use map_view::MapView;
