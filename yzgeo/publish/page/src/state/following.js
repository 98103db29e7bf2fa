import { hasOwn } from "../own.js";
/* The address says what is seen: #view=industries&zone=mingzhou, #view=projects&class=汽车. It leads; what it names is open, and back goes back. */
export function makeAddress(page) {
  let followed = null;
  let told = false;

  function read() {
    const asked = location.hash;
    const wanted = { view: "overview", rule: null, opened: null, chosen: null, unknown: "" };
    location.hash
      .slice(1)
      .split("&")
      .forEach((part) => {
        const cut = part.indexOf("=");
        const name = part.slice(0, cut);
        const value = decoded(part.slice(cut + 1));
        if (cut < 0) return;
        if (name === "view" && hasOwn(page.views, value)) wanted.view = value;
        else if (name === "rule" && page.findings.rule(value)) wanted.rule = value;
        else if (name === "class" && page.views.projects.has(value)) wanted.chosen = value;
        else if (name === "parcel" && page.views.parcels && !hasOwn(page.data.subjects, `parcel:${value}`))
          page.views.parcels.find(value, again, () => {
            if (asked === location.hash) unknown(name, value);
          });
        else if (hasOwn(page.data.subjects, `${name}:${value}`)) wanted.opened = `${name}:${value}`;
        else if (/^(view|rule|class|parcel)$/.test(name) || hasOwn(page.data.kinds, name))
          wanted.unknown = [name, value];
      });
    if (wanted.rule) wanted.view = "findings";
    else if (wanted.chosen !== null) wanted.view = "projects";
    return wanted;
  }
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (_error) {
      return text;
    }
  }
  /* An old or mistyped address opens what it can, and the reader is told of the rest. */
  function unknown(name, value) {
    const kind = hasOwn(page.data.kinds, name)
      ? page.text(page.data.kinds[name])
      : page.say({ parcel: "view_parcels", view: "views", rule: "rule", class: "class_named" }[name]);
    told = true;
    page.notice(`${page.say("unknown_address") + kind} ${value.length > 60 ? `${value.slice(0, 60)}…` : value}`);
  }
  function written(state) {
    const parts = [];
    const cut = state.opened ? state.opened.indexOf(":") : 0;
    if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
    else if (state.view !== "overview") parts.push(`view=${state.view}`);
    if (state.chosen !== null) parts.push(`class=${encodeURIComponent(state.chosen)}`);
    if (state.opened) parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
    return `#${parts.join("&")}`;
  }
  /* Goes to where some of the state is another. */
  function go(change) {
    const state = Object.assign({}, page.state, change);
    if (state.view !== "findings") state.rule = null;
    if (state.view !== "projects") state.chosen = null;
    const address = written(state);
    if (location.hash !== address && !(address === "#" && !location.hash)) location.hash = address;
    follow();
  }
  /* Setting the address reports later, so what is shown already is left alone. */
  function follow() {
    if (followed === location.hash) return;
    followed = location.hash;
    const wanted = read();
    const missing = wanted.unknown;
    delete wanted.unknown;
    page.show(wanted);
    if (missing) unknown(missing[0], missing[1]);
    else if (told) page.notice("");
    told = Boolean(missing);
  }
  function again() {
    followed = null;
    follow();
  }
  window.addEventListener("hashchange", follow);
  return { go: go, follow: follow };
}
