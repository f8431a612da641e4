// Runs in every measured page before its own scripts: talks to the page by messages, and leaves marks in the trace.
(() => {
  'use strict';

  const mark = (name) => performance.mark(`bench:${name}`);
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const memories = new Set();
  const opened = { ready: null, drawn: null };
  let onDrawn = null;
  mark('begin');

  // The application keeps its memory to itself, so its instance is noted where it is made.
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      for (const value of Object.values((made.instance ?? made).exports)) {
        if (value instanceof WebAssembly.Memory) memories.add(value);
      }
      return made;
    };
  }

  addEventListener('message', ({ data }) => {
    if (data === null || typeof data !== 'object' || data.clusteratlas !== 1) return;
    if (data.type === 'ready') opened.ready ??= performance.now();
    if (data.type !== 'drawn') return;
    if (opened.drawn === null) {
      opened.drawn = performance.now();
      mark('drawn');
    }
    onDrawn?.();
  });

  const set = (state) => postMessage({ clusteratlas: 1, type: 'set', state }, '*');

  // Until nothing more has arrived for a while.
  const quiet = async (ms) => {
    const entries = () => performance.getEntriesByType('resource').length;
    for (let before = -1; before !== entries();) {
      before = entries();
      await after(ms);
    }
    await frame();
    await frame();
  };

  window.clusteratlasBench = {
    quiet,

    // When the first full map stood, and what was asked for until then.
    async opened() {
      while (opened.ready === null || opened.drawn === null) await after(20);
      await quiet(300);
      mark('settled');
      const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const requests = entries.map(({ name, encodedBodySize, responseEnd, initiatorType }) =>
        ({ url: name, transferred: encodedBodySize, end: responseEnd, initiator: initiatorType }));
      const full = Math.max(opened.drawn, ...requests.map(({ end }) => end));
      return { ...opened, full, requests };
    },

    // One state after the other, each given the time to settle; wall times until the painted frame.
    async change(states, limit) {
      const start = performance.now();
      const walls = [];
      for (const [position, state] of states.entries()) {
        if (walls.length > 2 && performance.now() - start > limit) break;
        mark(`change:${position}`);
        const before = performance.now();
        const drawn = new Promise((resolve) => {
          onDrawn = () => {
            mark(`drawn:${position}`);
            walls.push(performance.now() - before);
            resolve();
          };
        });
        set(state);
        await drawn;
        onDrawn = null;
        await frame();
        await frame();
        await after(60);
        mark(`settled:${position}`);
      }
      return walls;
    },

    // One state in each animation frame; times at which the frames began. Slow pages leave out states in between.
    async travel(states, limit) {
      const begins = [await frame()];
      for (let position = 0; position < states.length;) {
        mark(`frame:${begins.length - 1}`);
        set(states[position]);
        begins.push(await frame());
        const left = limit - (begins.at(-1) - begins[0]);
        const frames = Math.max(1, Math.floor(left / (begins.at(-1) - begins.at(-2))));
        const stride = Math.max(1, Math.ceil((states.length - 1 - position) / frames));
        position += stride;
      }
      mark('travelled');
      await frame();
      await frame();
      await after(60);
      return begins;
    },

    memory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
})();
