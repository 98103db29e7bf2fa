/* The address says what is seen: #view=industries&zone=mingzhou. It leads; what it names is open, and back goes back. */
function yzAddress(page) {
  "use strict";
  var followed = null;

  function read() {
    var wanted = {view: "overview", rule: null, opened: null};
    location.hash.slice(1).split("&").forEach(function (part) {
      var cut = part.indexOf("="), name = part.slice(0, cut), value = decoded(part.slice(cut + 1));
      if (cut < 0) return;
      if (name === "view" && page.views.hasOwnProperty(value)) wanted.view = value;
      else if (name === "rule" && page.findings.rule(value)) wanted.rule = value;
      else if (name === "parcel" && page.views.parcels && !page.data.subjects.hasOwnProperty("parcel:" + value)) page.views.parcels.find(value, again);
      else if (page.data.subjects.hasOwnProperty(name + ":" + value)) wanted.opened = name + ":" + value;
    });
    if (wanted.rule) wanted.view = "findings";
    return wanted;
  }
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }
  function written(state) {
    var parts = [], cut = state.opened ? state.opened.indexOf(":") : 0;
    if (state.rule) parts.push("rule=" + encodeURIComponent(state.rule));
    else if (state.view !== "overview") parts.push("view=" + state.view);
    if (state.opened) parts.push(state.opened.slice(0, cut) + "=" + encodeURIComponent(state.opened.slice(cut + 1)));
    return "#" + parts.join("&");
  }
  /* Goes to where some of the state is another. */
  function go(change) {
    var state = Object.assign({}, page.state, change);
    if (state.view !== "findings") state.rule = null;
    var address = written(state);
    if (location.hash !== address && !(address === "#" && !location.hash)) location.hash = address;
    follow();
  }
  /* Setting the address reports later, so what is shown already is left alone. */
  function follow() {
    if (followed === location.hash) return;
    followed = location.hash;
    page.show(read());
  }
  function again() {
    followed = null;
    follow();
  }
  window.addEventListener("hashchange", follow);
  return {go: go, follow: follow};
}
