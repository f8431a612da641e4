// The control with a bare canvas: the links of one colour as one path, painted in the next animation frame.
'use strict';

const canvas = document.getElementById('map').appendChild(document.createElement('canvas'));
const context = canvas.getContext('2d');
[canvas.width, canvas.height] = [innerWidth, innerHeight];
const colours = ['#1b6ca8', '#b5460f', '#2e7d32', '#7b1fa2', '#8a6d00', '#ad1457'];
const view = { x: 0, y: 0, scale: 1 };
let land = null;
let byColour = [];
let asked = false;

const point = ([lat, lon]) => {
  const sine = Math.sin(Math.max(-85, Math.min(85, lat)) * Math.PI / 180);
  return [128 + lon * 256 / 360, 128 - Math.log((1 + sine) / (1 - sine)) * 64 / Math.PI];
};

function paint() {
  asked = false;
  const { x, y, scale } = view;
  const [left, top] = [canvas.width / 2 - x * scale, canvas.height / 2 - y * scale];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, left, top);
  context.fillStyle = '#dddddd';
  context.fill(land);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.5;
  for (const [colour, ends] of byColour.entries()) {
    context.beginPath();
    for (let i = 0; i < ends.length; i += 4) {
      context.moveTo(left + ends[i] * scale, top + ends[i + 1] * scale);
      context.lineTo(left + ends[i + 2] * scale, top + ends[i + 3] * scale);
    }
    context.strokeStyle = colours[colour];
    context.stroke();
  }
  context.globalAlpha = 1;
}

function repaint() {
  if (!asked) requestAnimationFrame(paint);
  asked = true;
}

new Control({
  land: (rings) => {
    land = new Path2D();
    for (const ring of rings) {
      for (const [i, place] of ring.entries()) land[i ? 'lineTo' : 'moveTo'](...point(place));
      land.closePath();
    }
  },
  draw: (links) => {
    byColour = colours.map(() => []);
    for (const link of links) {
      link.ends ??= [...point(link.from), ...point(link.to)];
      byColour[link.theme[0].length % 6].push(...link.ends);
    }
    repaint();
  },
  look: (lat, lon, zoom) => {
    [view.x, view.y] = point([lat, lon]);
    view.scale = 2 ** zoom;
    repaint();
  },
}).open();
