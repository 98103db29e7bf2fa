import { TEXTS } from "./texts.js";

const LICENCE = /\s*[（(][^（()）]*[）)]$/; // behind the words of an attribution, as plan/attribution.py puts it

/**
 * The page's words in the reader's language.
 * @param {PageData} data @param {() => State} state
 */
export function makeWords(data, state) {
  /** @param {Both} both */
  function text(both) {
    return both[state().lang];
  }
  /** @param {TextKey} key */
  function say(key) {
    return text(TEXTS[key]);
  }
  return {
    text,
    say,
    /** @param {TextKey} key @returns {Both} */
    both: (key) => TEXTS[key],
    /** A text that only plans with schematic outlines need. @param {TextKey} key */
    ifSchematic: (key) => (data.bases.includes("schematic") ? say(key) + text(data.schematic) : ""),
    /**
     * What every map, print and picture says of itself: that it is no survey, and the sources to be named.
     * @param {boolean} [isShort] without their licences, where there is little room
     */
    credits(isShort) {
      const { attributions, sources } = data.sources;
      const named = attributions.map(text).map((words) => (isShort ? words.replace(LICENCE, "") : words));
      if (data.ground && named.length) named[0] = say("ground_credit") + named[0];
      if (!named.length && !sources.length) named.push(say("no_sources"));
      return [say("sketch"), ...named].join(" · ");
    },
    /** The notice that every view, print and picture of an invented ledger must carry. */
    invented: () => (data.land.invented_note ? say("invented") : ""),
    /** Words in brackets, as the language has them. @param {string} words */
    bracketed: (words) => (state().lang === "zh" ? `（${words}）` : ` (${words})`),
    /** Between parts of a sentence. */
    semicolon: () => (state().lang === "zh" ? "；" : "; "),
  };
}
