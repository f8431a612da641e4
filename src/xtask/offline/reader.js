// Gives the application the files that this page holds, saves those that a link on it names, and opens the dialogs that
// one names.
(function () {
  "use strict";

  var types = { wasm: "application/wasm", js: "text/javascript", json: "application/json", txt: "text/plain;charset=utf-8" };

  function find(path) {
    var block = document.getElementById(path);
    return block && block.type === "application/octet-stream" ? block : null;
  }

  window.clusteratlasFile = async function (path) {
    var block = find(path);
    if (!block) throw new Error(path);
    var packed = atob(block.textContent);
    var bytes = new Uint8Array(packed.length);
    for (var index = 0; index < bytes.length; index++) bytes[index] = packed.charCodeAt(index);
    var content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    var type = types[path.split(".").pop()] || "application/octet-stream";
    return new Response(content, { headers: { "Content-Type": type } });
  };

  async function save(path) {
    var response = await window.clusteratlasFile(path);
    var link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = path.split("/").pop();
    link.click();
    // Browsers begin to save within this time.
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  function onClick(event) {
    var target = event.target.closest && event.target.closest("a[href], button");
    var dialog = target && target.closest("dialog[lang]");
    if (dialog && target.localName === "button") return dialog.close();
    var path = target && target.getAttribute("href");
    var page = path && document.getElementById(path);
    if (!page) return;
    event.preventDefault();
    if (page.localName !== "dialog") return save(path);
    // The focus returns to where the first of them was opened.
    if (dialog) dialog.close();
    page.showModal();
    page.scrollTop = 0;
  }

  addEventListener("click", onClick);
  // The middle button would open a tab with nothing in it.
  addEventListener("auxclick", onClick);
})();
