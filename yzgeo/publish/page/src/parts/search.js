/* Search by name in either language, by pinyin or its first letters, for parcels by number; a combobox that the keyboard can use. */
export function makeSearch(page) {
  const MOST = 30;
  const MOST_PARCELS = 10;
  const PAUSE_MS = 150;
  const SHORTENED = /^[\u0080-\uffff]{3,}$/;
  const KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"];
  const m = page.markup;
  const input = m.byId("yz-query");
  const box = m.byId("yz-results");
  let hits = [];
  let active = -1;
  let timer = null;
  let asked = 0;

  /* Whether letters spell syllables from some one on, each by any of its first letters: rizg, riyue, yuezhong. */
  function spells(syllables, wanted, from) {
    if (!wanted) return true;
    if (from >= syllables.length) return false;
    for (let length = Math.min(syllables[from].length, wanted.length); length > 0; length--) {
      if (
        syllables[from].slice(0, length) === wanted.slice(0, length) &&
        spells(syllables, wanted.slice(length), from + 1)
      )
        return true;
    }
    return false;
  }
  /* Chinese input methods type figures and letters full-width: both sides are compared in their plain form. */
  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }
  /* Whether a name has these characters in this order, others between: 明州核心区 is 明州经济开发区核心区, as the map says. */
  function shortens(term, wanted) {
    let next = 0;
    for (const letter of term) if (letter === wanted[next]) next += 1;
    return next === wanted.length;
  }
  /* How well a subject fits what was typed as one: the smaller the better; Infinity if not at all. */
  function fitWhole(subject, wanted, letters) {
    let best = Infinity;
    subject.terms.map(folded).forEach((term, index) => {
      const at = term.indexOf(wanted);
      if (at >= 0) best = Math.min(best, (at ? 2 : 0) + index / 100);
      else if (SHORTENED.test(wanted) && shortens(term, wanted)) best = Math.min(best, 7 + index / 100);
    });
    if (best < Infinity || !/^[a-z0-9]+$/.test(letters)) return best;
    subject.syllables.forEach((spelled, index) => {
      const syllables = spelled.split(" ");
      for (let from = 0; from < syllables.length; from++) {
        if (spells(syllables, letters, from)) {
          best = Math.min(best, (from ? 5 : 4) + index / 100);
          break;
        }
      }
    });
    return best;
  }
  /* Words apart fit where each of them does. */
  function fit(subject, wanted, letters) {
    const words = wanted.split(/\s+/);
    const best = fitWhole(subject, wanted, letters);
    if (best < Infinity || words.length < 2) return best;
    return (
      10 +
      Math.max.apply(
        null,
        words.map((word) => fitWhole(subject, word, word.replace(/'/g, ""))),
      )
    );
  }
  function find(text) {
    const wanted = folded(text.trim());
    const letters = wanted.replace(/[\s']/g, "");
    if (!wanted) return [];
    const keys = KINDS.reduce((all, kind) => all.concat(page.data.order[kind] || []), []);
    return keys
      .map((key, index) => ({ key: key, fit: fit(page.data.subjects[key], wanted, letters), index: index }))
      .filter((hit) => hit.fit < Infinity)
      .sort((a, b) => a.fit - b.fit || a.index - b.index);
  }

  function draw() {
    const all = find(input.value);
    const wanted = folded(input.value.trim());
    const parcels = page.views.parcels && wanted ? page.views.parcels : null;
    const turn = ++asked;
    clearTimeout(timer);
    list(all, !parcels);
    if (!parcels) return;
    /* Parcels follow when the reader pauses: their numbers are unpacked by and by, and only once. */
    timer = setTimeout(() => {
      parcels
        .search(wanted, MOST_PARCELS, () => turn !== asked)
        .then((found) => {
          if (!found || turn !== asked) return;
          /* Numbers that begin so come first, those that only hold it, such as their last figures, after all names. */
          const hits = found.map((one) => ({
            key: `parcel:${one.id}`,
            parcel: one.id,
            note: one.note,
            begins: one.begins,
          }));
          list(
            hits
              .filter((hit) => hit.begins)
              .concat(
                all,
                hits.filter((hit) => !hit.begins),
              ),
            true,
          );
        });
    }, PAUSE_MS);
  }
  function list(all, finished) {
    const held = hits[active]?.key;
    hits = all.slice(0, MOST);
    active = -1;
    m.empty(box);
    hits.forEach((hit, index) => {
      const subject = page.data.subjects[hit.key];
      const option = m.press("", hit.parcel || page.text(subject.name), () => {
        choose(index);
      });
      option.id = `yz-hit-${index}`;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const kind = page.text(page.data.kinds[hit.parcel ? "parcel" : subject.kind]);
      const note = hit.parcel ? page.text(hit.note) : subject.kind === "project" ? page.text(subject.note) : "";
      m.add(box, m.add(option, m.make("span", "meta", kind + (note ? ` · ${note}` : ""))));
    });
    const none = finished && input.value.trim() && !hits.length;
    box.hidden = !hits.length;
    m.byId("yz-search-status").textContent = none
      ? page.say("nothing_found")
      : all.length > MOST
        ? `${page.say("more_hits")} ${all.length}`
        : "";
    input.setAttribute("aria-expanded", String(hits.length > 0));
    const again = hits.map((hit) => hit.key).indexOf(held);
    mark(hits.length ? Math.max(0, again) : -1);
  }
  function mark(index) {
    const options = box.children;
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = index;
    if (!options[active]) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  }
  function choose(index) {
    const hit = hits[index];
    close();
    if (!hit.parcel) {
      page.open(hit.key);
      return;
    }
    page.views.parcels.find(hit.parcel, () => {
      page.address.go({ view: "parcels" });
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
  input.addEventListener("focus", () => {
    if (input.value) draw();
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      mark((active + step + hits.length) % hits.length);
      event.preventDefault();
    }
    if (event.key === "Enter" && hits[active]) {
      choose(active);
      event.preventDefault();
    }
    if (event.key === "Escape" && !box.hidden) {
      close();
      event.stopPropagation();
    }
  });
  input.addEventListener("blur", (event) => {
    if (!box.contains(event.relatedTarget)) close();
  });
  box.addEventListener("mousedown", (event) => {
    event.preventDefault();
  });
  return { find: find, close: close };
}
