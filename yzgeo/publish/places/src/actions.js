// What the reader does: every change of the answers, each of which can be undone.

import { toWgs84 } from "../../page/src/map/gcj02.js";
import { hasOwn } from "../../page/src/own.js";
import { isDone } from "./answers.js";
import { looksProjected, readCoordinates } from "./reading/coordinates.js";
import { isInside } from "./reading/district.js";
import { stepped } from "./reading/numbers.js";

const METRES_A_DEGREE = 111195;

/** @param {WantedPlace} wanted @returns {PlaceDraft} */
export function emptyDraft(wanted) {
  const nothing = { lat: null, lon: null, uncertainty_m: null, extent_m: null };
  return { ...nothing, name: wanted.name, kind: "", source: "", evidence: "", note: "", also: [], read: "" };
}

/**
 * What a draft lacks before it can be set: the text that says so; null for nothing.
 * @param {PlacesData} data @param {WantedPlace} wanted @param {PlaceDraft} draft
 * @returns {PlacesTextKey | null}
 */
export function lacking(data, wanted, draft) {
  if (draft.lat === null || draft.lon === null || draft.uncertainty_m === null) return "first_point";
  if (!draft.name.trim()) return "first_name";
  if (!draft.source.trim()) return "first_source";
  if (data.kinds.required && !draft.kind.trim()) return "first_kind";
  if (needsEvidence(data, wanted, draft) && !draft.evidence) return "first_evidence";
  if (!isInside(data.district, draft.lat, draft.lon) && !draft.note.trim()) return "first_note";
  return null;
}

/** Whether a project is among what is placed. @param {PlacesData} data @param {WantedPlace} wanted @param {PlaceDraft} draft */
export function needsEvidence(data, wanted, draft) {
  const all = [wanted, ...data.wanted.filter((one) => draft.also.includes(one.id))];
  return all.some((one) => one.uses.some((use) => use.kind === "project"));
}

/** @param {PlacesPage} page */
export function makeActions(page) {
  const { data, store } = page;
  const middle = /** @type {[number, number]} */ ([
    (data.bounds[0][0] + data.bounds[1][0]) / 2,
    (data.bounds[0][1] + data.bounds[1][1]) / 2,
  ]);

  /** @param {PlacesTextKey} key @param {PlacesMessage["tone"]} tone @returns {PlacesMessage} */
  const message = (key, tone = "told") => ({ words: page.say(key), tone });

  /** @returns {PlacesKept[]} what undo goes back to, with the present as the last */
  function withPresent() {
    const { answers, skipped, draft, selected, past } = page.state;
    return [...past, { answers, skipped, draft, selected }];
  }
  /** @param {string} id */
  function draftOf(id) {
    const { answers } = page.state;
    return hasOwn(answers, id) ? { ...answers[id], read: "" } : emptyDraft(page.wanted[id]);
  }
  /** The next name in a direction that is not dealt with; of those shown. @param {1 | -1} way @param {string[]} ids */
  function beside(way, ids) {
    const at = ids.indexOf(page.state.selected || "");
    return ids[at < 0 ? (way > 0 ? 0 : ids.length - 1) : at + way];
  }
  /** The next open name after the selected one, round the list. @param {PlacesKept} state */
  function nextOpen(state) {
    const ids = data.wanted.map((wanted) => wanted.id);
    const at = ids.indexOf(page.state.selected || "");
    const after = [...ids.slice(at + 1), ...ids.slice(0, at)];
    return after.find((id) => !isDone(state, id)) || null;
  }
  /** @param {Partial<PlacesKept>} patch @param {string} words */
  function decide(patch, words) {
    const state = { ...page.state, ...patch };
    const selected = nextOpen(state);
    store.change({
      ...patch,
      past: withPresent(),
      selected,
      draft: selected ? emptyDraft(page.wanted[selected]) : null,
      message: { words, tone: "told" },
    });
  }

  const act = {
    remember: () => store.change({ past: withPresent() }),
    /** @param {string | null} id */
    select(id) {
      store.change({ selected: id, draft: id ? draftOf(id) : null, message: null });
    },
    /** @param {1 | -1} way @param {string[]} shown */
    step(way, shown) {
      const id = beside(way, shown);
      if (id) act.select(id);
    },
    /** @param {Partial<PlaceDraft>} fields */
    change(fields) {
      const { draft } = page.state;
      if (draft) store.change({ draft: { ...draft, ...fields }, message: null });
    },
    /** Sets the point of what is selected. @param {number} lat @param {number} lon @param {string} [read] */
    point(lat, lon, read = "") {
      const { draft } = page.state;
      if (!draft) {
        store.change({ message: message("pick_first", "warned") });
        return;
      }
      const uncertainty_m = draft.uncertainty_m === null ? page.map.usualRadius() : draft.uncertainty_m;
      store.change({ past: withPresent(), draft: { ...draft, lat, lon, uncertainty_m, read }, message: null });
    },
    /** Moves the point by metres. @param {number} north @param {number} east */
    nudge(north, east) {
      const { draft } = page.state;
      if (!draft || draft.lat === null || draft.lon === null) return;
      const wide = METRES_A_DEGREE * Math.cos((draft.lat * Math.PI) / 180);
      act.point(draft.lat + north / METRES_A_DEGREE, draft.lon + east / wide);
    },
    /** @param {number} metres */
    radius(metres) {
      if (page.state.draft) store.change({ past: withPresent() });
      act.change({ uncertainty_m: metres });
    },
    /** @param {1 | -1} way */
    stepRadius(way) {
      const { draft } = page.state;
      if (draft?.uncertainty_m) act.radius(stepped(draft.uncertainty_m, way));
    },
    /** Coordinates as text; whether they were read. @param {string} text @param {boolean} [isShifted] */
    coordinates(text, isShifted = false) {
      const read = readCoordinates(text, middle);
      if (!read) {
        store.change({ message: message(looksProjected(text) ? "projected" : "not_read", "warned") });
        return false;
      }
      const { lat, lon } = isShifted ? toWgs84(read.lat, read.lon) : read;
      const form = page.say(`read_${read.form}`);
      const order = page.say(`read_${read.order}`);
      act.point(lat, lon, page.fill("read", { lon: read.lon, lat: read.lat, form, order }));
      if (page.state.draft) page.map.show(lat, lon);
      return Boolean(page.state.draft);
    },
    confirm() {
      const { selected, draft, answers, skipped } = page.state;
      if (!selected || !draft) return;
      const lack = lacking(data, page.wanted[selected], draft);
      if (lack) {
        store.change({ message: message(lack, "warned") });
        return;
      }
      const { read: _, ...answer } = draft;
      const others = Object.fromEntries(Object.entries(answers).filter(([id]) => !draft.also.includes(id)));
      const left = Object.fromEntries(
        Object.entries(skipped).filter(([id]) => id !== selected && !draft.also.includes(id)),
      );
      const name = draft.name.trim();
      const set = /** @type {PlaceAnswer} */ ({
        ...answer,
        name,
        source: draft.source.trim(),
        note: draft.note.trim(),
      });
      decide({ answers: { ...others, [selected]: set }, skipped: left }, page.fill("now_set", { name }));
    },
    skip() {
      const { selected, answers, skipped } = page.state;
      if (!selected) return;
      const { [selected]: _, ...left } = answers;
      const words = page.fill("now_skipped", { name: page.wanted[selected].name });
      decide({ answers: left, skipped: { ...skipped, [selected]: true } }, words);
    },
    /** Takes an answer back. */
    remove() {
      const { selected, answers } = page.state;
      if (!selected) return;
      const { [selected]: _, ...left } = answers;
      store.change({ past: withPresent(), answers: left, draft: emptyDraft(page.wanted[selected]), message: null });
    },
    cancel() {
      const { draft, selected } = page.state;
      const isUntouched = !draft || draft.lat === null;
      if (!isUntouched && selected && JSON.stringify(draft) !== JSON.stringify(draftOf(selected))) act.select(selected);
      else act.select(null);
    },
    undo() {
      const { past } = page.state;
      const last = past[past.length - 1];
      if (!last) store.change({ message: message("nothing_to_undo") });
      else store.change({ ...last, past: past.slice(0, -1), message: message("undone") });
    },
    /** Takes the file's answers where they differ, or keeps those given here. @param {boolean} isFile */
    resolve(isFile) {
      const { answers, conflicts } = page.state;
      store.change({
        past: withPresent(),
        answers: isFile ? { ...answers, ...conflicts } : answers,
        conflicts: null,
        message: null,
      });
    },
  };
  return act;
}
