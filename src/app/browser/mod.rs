//! The doorway to the browser: nothing else uses `web_sys` or `js_sys`, except the painters of the map.

pub mod address_bar;
pub mod announcer;
pub mod chunk;
pub mod clipboard;
pub mod document;
pub mod dom;
pub mod download;
pub mod error;
pub mod fetch;
pub mod file;
pub mod frame;
pub mod listener;
pub mod media;
pub mod messages;
pub mod raster;
pub mod workbench;
