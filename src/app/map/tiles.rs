//! Map tiles of others under everything else.

use std::sync::Arc;

use clusteratlas_core::tiles::TileSource;
use leaflet::{Evented, EventedHandle, LatLng, LatLngBounds, TileLayer, TileLayerOptions};
use leptos::prelude::*;

use crate::browser::dom::keep;

use super::camera::MAX_ZOOM_LEVEL;
use super::ext;
use super::live_map::LiveMap;

/// The pane under the world, and its class for the style sheet.
const PANE: &str = "tiles";

/// A layer of tiles, and its listener.
pub(super) type TilesOnMap = Vec<(TileLayer, EventedHandle<leaflet::Event>)>;

impl LiveMap {
    /// Shows the tiles that the visitor has asked for; where there are some, the world of the atlas itself is not
    /// painted over them.
    pub(super) fn keep_tiles(self) {
        keep(move || {
            let sources = self.store.tiles.get();
            let Some(map) = self.map() else { return };
            let before = self.with(|live| std::mem::take(&mut live.tiles));
            if before.as_ref().is_none_or(Vec::is_empty) && sources.is_empty() {
                return;
            }
            for (layer, listener) in before.into_iter().flatten() {
                drop(listener);
                layer.remove();
            }
            let layers = self.add_tiles(&map, &sources);
            self.with(|live| {
                live.canvases.leave_out_world(!layers.is_empty());
                live.tiles = layers;
            });
            self.paint_world();
        });
    }

    fn add_tiles(self, map: &leaflet::Map, sources: &Arc<[TileSource]>) -> TilesOnMap {
        if !sources.is_empty() && !ext::has_pane(map, PANE) {
            ext::create_pane(map, PANE);
        }
        let add = |source: &TileSource| {
            let layer = TileLayer::new_options(&source.address, &options(source));
            let store = self.store;
            let target: &leaflet::Layer = &layer;
            let listener = Evented::on_leaflet_event(target, "tileerror", move |_: leaflet::Event| {
                store.miss_tiles();
            });
            layer.add_to(map);
            (layer, listener)
        };
        sources.iter().map(add).collect()
    }
}

fn options(source: &TileSource) -> TileLayerOptions {
    let options = TileLayerOptions::new();
    options.set_pane(PANE.to_owned());
    options.set_min_zoom(f64::from(source.from_zoom_level));
    options.set_max_zoom(MAX_ZOOM_LEVEL);
    // The provider need not know on which page its tiles are shown.
    options.set_referrer_policy("no-referrer".to_owned());
    if let Some([south, west, north, east]) = source.extent {
        options.set_bounds(LatLngBounds::new(
            &LatLng::new(south, west),
            &LatLng::new(north, east),
        ));
    }
    options
}
