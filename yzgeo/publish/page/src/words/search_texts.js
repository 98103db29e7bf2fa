// Texts of the search.
export const SEARCH_TEXTS = {
  found_town: { zh: "地名", en: "place" },
  found_rule: { zh: "规则", en: "rule" },
  found_figure: { zh: "数字", en: "figure" },
  found_clause: { zh: "原文", en: "the plan's words" },
};
