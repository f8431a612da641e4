// The control with plain Leaflet: a polyline for every link on one canvas renderer.
'use strict';

const map = L.map('map', { preferCanvas: true, zoomSnap: 0, attributionControl: false, worldCopyJump: false });
map.setView([25, 20], 1.6, { animate: false });
const colours = ['#1b6ca8', '#b5460f', '#2e7d32', '#7b1fa2', '#8a6d00', '#ad1457'];
const shown = L.layerGroup().addTo(map);

const line = (link) => {
  link.line ??= L.polyline([link.from, link.to], { weight: 1, opacity: 0.5, color: colours[link.theme[0].length % 6] });
  return link.line;
};

new Control({
  land: (rings) => L.polygon(rings, { stroke: false, fillColor: '#dddddd', fillOpacity: 1, interactive: false }).addTo(map),
  draw: (links) => {
    shown.clearLayers();
    for (const link of links) shown.addLayer(line(link));
  },
  look: (lat, lon, zoom) => map.setView([lat, lon], zoom, { animate: false }),
}).open();
