// <cluster-atlas>: see docs/embedding.md.
"use strict";
if (!customElements.get("cluster-atlas")) {
const KEYS = "lang appearance view sort axes story theme programme country state kind status match from to undated q sel at compare embed controls".split(" ");
const HOME = new URL(".", document.currentScript.src);

function connect(own) {
  const view = own.ownerDocument.defaultView;
  const root = own.shadowRoot || own.attachShadow({ mode: "open" });
  const sheet = new view.CSSStyleSheet();
  const get = (name) => own.getAttribute(name) || "";
  let frame, place, shown, ready, height = 640;

  function update() {
    const lang = (own.closest("[lang]") || own).lang.toLowerCase().match(/^(de|en|)/)[0];
    const pairs = KEYS.map((key) => [key, get(key) || { lang, embed: 1 }[key]]).filter((pair) => pair[1]);
    const state = `${new URLSearchParams(pairs)}`.replace(/\+/g, "%20");
    const link = document.createElement("a");
    link.href = get("src") || HOME;
    if (!/^http/.test(link)) link.href = HOME;
    const at = link + get("sandbox");
    if (at !== place || state !== shown) {
      link.hash = state;
      if (ready && at === place) frame.contentWindow.postMessage({ clusteratlas: 1, type: "set", state }, "*");
      else load(link);
      place = at;
      shown = state;
    }
    frame.title = get("label") || (lang === "de" ? "Deutsche Cluster weltweit" : "German clusters worldwide");
    frame.style.height = get("height");
  }
  function load(link) {
    frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
    // A frame of the page's own origin could leave its sandbox.
    if (/same-origin/.test(get("sandbox")) && link.origin !== view.origin) frame.sandbox.add("allow-same-origin");
    frame.loading = "lazy";
    frame.height = height;
    frame.src = link;
    root.replaceChildren(frame);
    ready = false;
  }
  function hear({ source, data }) {
    if (source !== frame.contentWindow || !data || data.clusteratlas !== 1) return;
    const { type, state, matches } = data;
    if (type === "height" && Number.isFinite(data.px)) {
      frame.height = height = Math.min(Math.max(data.px, 99), 2e4);
    } else if (["ready", "state", "drawn"].includes(type)) {
      ready = true;
      own.dispatchEvent(new CustomEvent(type, { detail: { state, matches } }));
    }
  }

  sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}");
  root.adoptedStyleSheets = [sheet];
  update();
  const watch = new MutationObserver(update);
  watch.observe(own, { attributes: true });
  view.addEventListener("message", hear);
  return () => {
    watch.disconnect();
    view.removeEventListener("message", hear);
    frame.remove();
  };
}

customElements.define("cluster-atlas", class extends HTMLElement {
  connectedCallback() { this.end = connect(this); }
  disconnectedCallback() { this.end(); }
});
}
