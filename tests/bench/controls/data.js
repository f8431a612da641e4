// What both controls share: the dataset as straight links, the land, the filters of a link, and the messages.
'use strict';

/* exported Control */
class Control {
  // `draw(links)` shows these links; `look(lat, lon, zoom)` moves the map; `land(rings)` shows the coastlines.
  constructor({ draw, look, land }) {
    Object.assign(this, { draw, look, land, shown: null, camera: null });
    addEventListener('message', ({ data }) => {
      if (data?.clusteratlas === 1 && data.type === 'set' && this.links) this.set(data.state);
    });
  }

  async open() {
    const json = async (url) => (await fetch(url)).json();
    const [atlas, world] = await Promise.all([json('../data/atlas.json'), json('land-110m.json')]);
    this.land(rings(world));
    this.links = links(atlas);
    this.show(new URLSearchParams(location.hash.slice(1)));
    post({ type: 'ready' });
    this.tell(location.hash.slice(1));
  }

  set(state) {
    this.show(new URLSearchParams(state));
    this.tell(state);
  }

  show(state) {
    const chosen = ['theme', 'programme', 'country'].map((key) => [key, state.get(key)]).filter(([, value]) => value);
    const filters = JSON.stringify(chosen);
    if (filters !== this.shown) {
      const wanted = chosen.map(([key, values]) => [key, new Set(values.split(','))]);
      this.draw(this.links.filter((link) => wanted.every(([key, values]) => link[key].some((own) => values.has(own)))));
      this.shown = filters;
    }
    const camera = state.get('at') ?? '25,20,1.6';
    if (camera !== this.camera) this.look(...camera.split(',').map(Number));
    this.camera = camera;
  }

  tell(state) {
    // The first frame paints, the second begins after that.
    requestAnimationFrame(() => requestAnimationFrame(() => post({ type: 'drawn', state })));
  }
}

const post = (message) => postMessage({ clusteratlas: 1, ...message }, '*');

// Every cluster of a cooperation with every place of its partners.
function links({ clusters, places, cooperations }) {
  const middle = { lat: 51.2, lon: 10.4 };
  const byId = (records) => new Map(records.map((record) => [record.id, record]));
  const [clusterOf, placeOf] = [byId(clusters), byId(places)];
  return cooperations.flatMap(({ clusters: own = [], partners, themes, programme }) => {
    const seats = own.length ? own.map((id) => clusterOf.get(id)) : [middle];
    const countries = [...new Set(partners.map(({ place }) => placeOf.get(place).country ?? 'none'))];
    return seats.flatMap((seat) => partners.map(({ place }) => ({
      from: [seat.lat ?? middle.lat, seat.lon ?? middle.lon],
      to: [placeOf.get(place).lat, placeOf.get(place).lon],
      theme: themes,
      programme: [programme ?? 'none'],
      country: countries,
    })));
  });
}

// The rings of a TopoJSON file as lists of [lat, lon].
function rings({ arcs, objects, transform: { scale, translate } }) {
  const points = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
    });
  });
  const line = (arc) => (arc < 0 ? points[~arc].slice().reverse() : points[arc]);
  return objects.land.geometries.flatMap(({ type, arcs: own }) => (type === 'Polygon' ? [own] : own))
    .flatMap((polygon) => polygon.map((ring) => ring.flatMap(line)));
}
