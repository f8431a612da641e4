// Starts the application. Until it runs, the page shows its opening; if it cannot run, the plain table.
(function () {
  "use strict";

  var root = document.documentElement;
  var asked = /[#&]lang=(de|en)(?:&|$)/.exec(location.hash);
  var language = asked ? asked[1] : /^de\b/i.test(navigator.language || "") ? "de" : "en";
  var appearance = /[#&]appearance=(light|dark)(?:&|$)/.exec(location.hash);
  root.lang = language;
  if (appearance) root.dataset.appearance = appearance[1];

  function fail(reason) {
    var failure = document.getElementById("opening-failure");
    // Once the application shows itself, it speaks for itself.
    if (!failure || !failure.hidden) return;
    document.getElementById("opening-reason").textContent = String((reason && reason.message) || reason);
    document.getElementById("opening-table").src = language === "de" ? "table.html" : "table.en.html";
    failure.hidden = false;
    root.classList.add("opening-failed");
  }

  addEventListener("error", function (event) { fail(event.error || event.message); });
  addEventListener("unhandledrejection", function (event) { fail(event.reason); });

  if (typeof WebAssembly !== "object") return fail("WebAssembly");
  if (typeof L !== "object") return fail("leaflet.js");
  if (typeof wasm_bindgen !== "function") return fail("clusteratlas.js");
  wasm_bindgen({ module_or_path: new URL("clusteratlas_bg.wasm", document.baseURI) }).catch(fail);
})();
