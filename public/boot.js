// Starts the application. Until it runs, the page shows its opening; if it cannot run, the plain table.
(function () {
  "use strict";

  // What a library itself may write as markup; the build fills in what leaflet.js holds. Nothing else becomes markup.
  var markup = [];
  var root = document.documentElement;
  var asked = /[#&]lang=(de|en)(?:&|$)/.exec(location.hash);
  var language = asked ? asked[1] : /^de\b/i.test(navigator.language || "") ? "de" : "en";
  var appearance = /[#&]appearance=(light|dark)(?:&|$)/.exec(location.hash);
  root.lang = language;
  if (appearance) root.dataset.appearance = appearance[1];
  if (/[#&]embed=1(?:&|$)/.test(location.hash)) root.dataset.embed = "";

  // The one script that a worker may run.
  var workbench;

  if (window.trustedTypes) {
    trustedTypes.createPolicy("default", {
      createHTML: function (text) { return markup.indexOf(text) < 0 ? null : text; },
      createScriptURL: function (address) { return address === workbench ? address : null; }
    });
  }

  // A page that holds its files itself says how to get at them.
  function file(path, integrity) {
    return window.clusteratlasFile ? clusteratlasFile(path) : fetch(path, { integrity: integrity || "" });
  }

  // A page in a sandbox, or without a server, has no script of its own origin: it makes one.
  window.clusteratlasWorker = async function () {
    var script = await file(root.dataset.worker || "clusteratlas_workbench.js", root.dataset.workerIntegrity);
    if (!script.ok) throw new Error(script.url);
    workbench = URL.createObjectURL(await script.blob());
    return new Worker(workbench);
  };

  function fail(reason) {
    var failure = document.getElementById("opening-failure");
    // Once the application shows itself, it speaks for itself.
    if (!failure || !failure.hidden) return;
    document.getElementById("opening-reason").textContent = String((reason && reason.message) || reason);
    var table = document.getElementById("opening-table");
    if (table) table.src = language === "de" ? "table.html" : "table.en.html";
    failure.hidden = false;
    root.classList.add("opening-failed");
  }

  addEventListener("error", function (event) { fail(event.error || event.message); });
  addEventListener("unhandledrejection", function (event) { fail(event.reason); });
  if (typeof WebAssembly !== "object") return fail("WebAssembly");

  var program = file(root.dataset.program || "clusteratlas_bg.wasm", root.dataset.programIntegrity);
  // What fails early is told where the program is started.
  program.catch(function () {});

  // The scripts after this one have run then.
  document.addEventListener("DOMContentLoaded", function () {
    if (typeof L !== "object") return fail("leaflet.js");
    if (typeof wasm_bindgen !== "function") return fail("clusteratlas.js");
    wasm_bindgen({ module_or_path: program }).catch(fail);
  });
})();
