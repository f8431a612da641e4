// The workbench's end of the messages: a list of a question and its files comes in, one of an answer and its files goes
// out. The first that comes in has no question, and the program as its file.
(function () {
  "use strict";

  var bench;
  var lastWords = "";
  var turn = Promise.resolve();

  self.clusteratlasLastWords = function (words) { lastWords = words; };

  function post(answer, files) {
    var buffers = files.map(function (file) { return file.buffer; });
    postMessage([answer, buffers], buffers);
  }

  function fail(reason) {
    var cause = lastWords || String((reason && reason.message) || reason);
    post(JSON.stringify({ Failed: cause }), []);
  }

  async function bytes(file) {
    if (file instanceof ArrayBuffer) return new Uint8Array(file);
    return new Uint8Array(await file.slice(0, wasm_bindgen.Bench.mostBytes()).arrayBuffer());
  }

  async function take(message) {
    var files = await Promise.all(message[1].map(bytes));
    if (message[0] !== undefined) return bench.answer(message[0], files);
    await wasm_bindgen({ module_or_path: files[0] });
    bench = new wasm_bindgen.Bench(post);
  }

  // One after the other, also while a file is being read.
  onmessage = function (event) {
    turn = turn.then(function () { return take(event.data); }).catch(fail);
  };
})();
