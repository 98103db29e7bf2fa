/* Search by name in either language, by pinyin or its first letters; a combobox that the keyboard can use. */
function yzSearch(page) {
  "use strict";
  var MOST = 30, KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"], m = page.markup, input = m.byId("yz-query"), box = m.byId("yz-results"), hits = [], active = -1;

  /* Whether letters spell syllables from some one on, each by any of its first letters: rizg, riyue, yuezhong. */
  function spells(syllables, wanted, from) {
    if (!wanted) return true;
    if (from >= syllables.length) return false;
    for (var length = Math.min(syllables[from].length, wanted.length); length > 0; length--) {
      if (syllables[from].slice(0, length) === wanted.slice(0, length) && spells(syllables, wanted.slice(length), from + 1)) return true;
    }
    return false;
  }
  /* How well a subject fits: the smaller the better; Infinity if not at all. */
  function fit(subject, wanted, letters) {
    var best = Infinity;
    subject.terms.forEach(function (term, index) {
      var at = term.indexOf(wanted);
      if (at >= 0) best = Math.min(best, (at ? 2 : 0) + index / 100);
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
  function find(text) {
    var wanted = text.trim().toLowerCase(), letters = wanted.replace(/[\s']/g, "");
    if (!wanted) return [];
    var keys = KINDS.reduce(function (all, kind) { return all.concat(page.data.order[kind] || []); }, []);
    return keys.map(function (key, index) {
      return {key: key, fit: fit(page.data.subjects[key], wanted, letters), index: index};
    }).filter(function (hit) { return hit.fit < Infinity; }).sort(function (a, b) { return a.fit - b.fit || a.index - b.index; });
  }

  function draw() {
    var all = find(input.value);
    hits = all.slice(0, MOST);
    active = -1;
    m.empty(box);
    hits.forEach(function (hit, index) {
      var subject = page.data.subjects[hit.key], option = m.press("", page.text(subject.name), function () { choose(index); });
      option.id = "yz-hit-" + index;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      var kind = page.text(page.data.kinds[subject.kind]), note = subject.kind === "project" ? page.text(subject.note) : "";
      m.add(box, m.add(option, m.make("span", "meta", kind + (note ? " · " + note : ""))));
    });
    var none = input.value.trim() && !hits.length;
    box.hidden = !hits.length;
    m.byId("yz-search-status").textContent = none ? page.say("nothing_found") : all.length > MOST ? page.say("more_hits") + " " + all.length : "";
    input.setAttribute("aria-expanded", String(hits.length > 0));
    mark(hits.length ? 0 : -1);
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
    var key = hits[index].key;
    close();
    page.open(key);
  }
  function close() {
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
