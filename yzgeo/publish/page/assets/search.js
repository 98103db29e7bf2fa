/* Search by name in either language, by pinyin or its first letters, for parcels by number; a combobox that the keyboard can use. */
function yzSearch(page) {
  "use strict";
  var MOST = 30, MOST_PARCELS = 10, PAUSE_MS = 150, SHORTENED = /^[^\x00-\x7f]{3,}$/, KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"], m = page.markup, input = m.byId("yz-query"), box = m.byId("yz-results"), hits = [], active = -1, timer = null, asked = 0;

  /* Whether letters spell syllables from some one on, each by any of its first letters: rizg, riyue, yuezhong. */
  function spells(syllables, wanted, from) {
    if (!wanted) return true;
    if (from >= syllables.length) return false;
    for (var length = Math.min(syllables[from].length, wanted.length); length > 0; length--) {
      if (syllables[from].slice(0, length) === wanted.slice(0, length) && spells(syllables, wanted.slice(length), from + 1)) return true;
    }
    return false;
  }
  /* Chinese input methods type figures and letters full-width: both sides are compared in their plain form. */
  function folded(text) { return text.normalize("NFKC").toLowerCase(); }
  /* Whether a name has these characters in this order, others between: 明州核心区 is 明州经济开发区核心区, as the map says. */
  function shortens(term, wanted) {
    for (var at = 0, next = 0; at < term.length && next < wanted.length; at++) if (term[at] === wanted[next]) next++;
    return next === wanted.length;
  }
  /* How well a subject fits what was typed as one: the smaller the better; Infinity if not at all. */
  function fitWhole(subject, wanted, letters) {
    var best = Infinity;
    subject.terms.map(folded).forEach(function (term, index) {
      var at = term.indexOf(wanted);
      if (at >= 0) best = Math.min(best, (at ? 2 : 0) + index / 100);
      else if (SHORTENED.test(wanted) && shortens(term, wanted)) best = Math.min(best, 7 + index / 100);
    });
    if (best < Infinity || !/^[a-z0-9]+$/.test(letters)) return best;
    subject.syllables.forEach(function (spelled, index) {
      var syllables = spelled.split(" ");
      for (var from = 0; from < syllables.length; from++) {
        if (spells(syllables, letters, from)) { best = Math.min(best, (from ? 5 : 4) + index / 100); break; }
      }
    });
    return best;
  }
  /* Words apart fit where each of them does. */
  function fit(subject, wanted, letters) {
    var words = wanted.split(/\s+/), best = fitWhole(subject, wanted, letters);
    if (best < Infinity || words.length < 2) return best;
    return 10 + Math.max.apply(null, words.map(function (word) { return fitWhole(subject, word, word.replace(/'/g, "")); }));
  }
  function find(text) {
    var wanted = folded(text.trim()), letters = wanted.replace(/[\s']/g, "");
    if (!wanted) return [];
    var keys = KINDS.reduce(function (all, kind) { return all.concat(page.data.order[kind] || []); }, []);
    return keys.map(function (key, index) {
      return {key: key, fit: fit(page.data.subjects[key], wanted, letters), index: index};
    }).filter(function (hit) { return hit.fit < Infinity; }).sort(function (a, b) { return a.fit - b.fit || a.index - b.index; });
  }

  function draw() {
    var all = find(input.value), wanted = folded(input.value.trim()), parcels = page.views.parcels && wanted ? page.views.parcels : null, turn = ++asked;
    clearTimeout(timer);
    list(all, !parcels);
    if (!parcels) return;
    /* Parcels follow when the reader pauses: their numbers are unpacked by and by, and only once. */
    timer = setTimeout(function () {
      parcels.search(wanted, MOST_PARCELS, function () { return turn !== asked; }).then(function (found) {
        if (!found || turn !== asked) return;
        /* Numbers that begin so come first, those that only hold it, such as their last figures, after all names. */
        var hits = found.map(function (one) { return {key: "parcel:" + one.id, parcel: one.id, note: one.note, begins: one.begins}; });
        list(hits.filter(function (hit) { return hit.begins; }).concat(all, hits.filter(function (hit) { return !hit.begins; })), true);
      });
    }, PAUSE_MS);
  }
  function list(all, finished) {
    var held = hits[active] && hits[active].key;
    hits = all.slice(0, MOST);
    active = -1;
    m.empty(box);
    hits.forEach(function (hit, index) {
      var subject = page.data.subjects[hit.key], option = m.press("", hit.parcel || page.text(subject.name), function () { choose(index); });
      option.id = "yz-hit-" + index;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      var kind = page.text(page.data.kinds[hit.parcel ? "parcel" : subject.kind]), note = hit.parcel ? page.text(hit.note) : subject.kind === "project" ? page.text(subject.note) : "";
      m.add(box, m.add(option, m.make("span", "meta", kind + (note ? " · " + note : ""))));
    });
    var none = finished && input.value.trim() && !hits.length;
    box.hidden = !hits.length;
    m.byId("yz-search-status").textContent = none ? page.say("nothing_found") : all.length > MOST ? page.say("more_hits") + " " + all.length : "";
    input.setAttribute("aria-expanded", String(hits.length > 0));
    var again = hits.map(function (hit) { return hit.key; }).indexOf(held);
    mark(hits.length ? Math.max(0, again) : -1);
  }
  function mark(index) {
    var options = box.children;
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = index;
    if (!options[active]) { input.removeAttribute("aria-activedescendant"); return; }
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", options[active].id);
  }
  function choose(index) {
    var hit = hits[index];
    close();
    if (!hit.parcel) { page.open(hit.key); return; }
    page.views.parcels.find(hit.parcel, function () {
      page.address.go({view: "parcels"});
      page.open(hit.key);
    });
  }
  function close() {
    asked += 1;
    clearTimeout(timer);
    hits = [];
    m.empty(box);
    box.hidden = true;
    m.byId("yz-search-status").textContent = "";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("input", draw);
  input.addEventListener("focus", function () { if (input.value) draw(); });
  input.addEventListener("keydown", function (event) {
    var step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && hits.length) { mark((active + step + hits.length) % hits.length); event.preventDefault(); }
    if (event.key === "Enter" && hits[active]) { choose(active); event.preventDefault(); }
    if (event.key === "Escape" && !box.hidden) { close(); event.stopPropagation(); }
  });
  input.addEventListener("blur", function (event) { if (!box.contains(event.relatedTarget)) close(); });
  box.addEventListener("mousedown", function (event) { event.preventDefault(); });
  return {find: find, close: close};
}
