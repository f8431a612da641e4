//! The map. Leaflet keeps camera, gestures and panes; everything seen is drawn here.
//!
//! In Leaflet's panes lie a canvas with the world (`basemap`), one with the connections and one over it with those
//! that are lit up (`connections`), and buttons for the marks (`mark_buttons`): what can be focused is real, what
//! comes by the hundred is cheap. While the map moves, canvases are moved and scaled by CSS; they are painted anew
//! when it rests or has gone too far (`motion`).
//!
//! # Why so
//!
//! Four ways to paint the same scenes were measured as prototypes: SVG paths in a pane, Leaflet's own canvas
//! renderer, canvases alone, and this mix of canvases and buttons. Median milliseconds of processor time on the main
//! thread / on all threads, raster included; headless Chromium without a GPU, map of 900 by 560 pixels:
//!
//! | cooperations, what | SVG | Leaflet | canvas | mix |
//! | --- | --- | --- | --- | --- |
//! | 3 000, filter change, zoom 1.9 | 6 / 19 | 7 / 16 | 7 / 11 | 8 / 14 |
//! | 3 000, filter change, zoom 5 | 14 / 90 | 31 / 58 | 27 / 33 | 25 / 36 |
//! | 3 000, a frame of pan and zoom | 2.5 / 19 | 15 / 22 | 5 / 8 | 5 / 10 |
//! | 100 000, filter change, zoom 1.9 | 6 / 17 | 7 / 15 | 7 / 12 | 8 / 14 |
//! | 100 000, filter change, zoom 5 | 15 / 95 | 33 / 58 | 27 / 34 | 29 / 38 |
//! | 100 000, filter change, zoom 7, 314 marks | 36 / 149 | 56 / 81 | 40 / 45 | 57 / 80 |
//! | 100 000, a frame of pan and zoom | 4 / 32 | 22 / 32 | 5 / 9 | 5 / 11 |
//! | 100 000, first draw, zoom 5 | 49 / 161 | 94 / 201 | 157 / 185 | 150 / 198 |
//!
//! SVG leaves the raster to other threads, but needs two to three times the work in all and showed the fewest frames
//! of a moving map (39 of 180 at 100 000; the mix 129). Leaflet's renderer paints anew in every such frame. Buttons
//! cost more than painted marks when hundreds of them change, and alone can be focused, named and read aloud.
//! What speaks against the mix: its first draw of the finer coastlines is dear (105 of the 150 milliseconds; the
//! first map has the coarser ones), and painting all connections anew for the pointer would take more than a frame:
//! hence the canvas of its own for what is lit up.

mod basemap;
mod camera;
mod canvases;
mod connections;
mod controls;
mod ext;
mod gesture_hint;
mod input;
mod layer_canvas;
mod live_map;
mod map_view;
mod mark_buttons;
mod motion;
mod palette;
mod projection;
mod tiles;
mod tooltip;
mod touch;
mod walk;

pub use map_view::map_view;
