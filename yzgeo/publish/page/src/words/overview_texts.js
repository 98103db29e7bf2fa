// Texts of the first view.
export const OVERVIEW_TEXTS = {
  planned: { zh: "计划投资", en: "Planned investment" },
  of_it_unlocated: { zh: "，其中 %s未载地点", en: ", %s of it at no stated place" },
  of_it_in: { zh: "，%s落在%s", en: ", %s of it in %s" },
  unlocated_of: {
    zh: "%d 个项目中，%u 个（%s）未载地点，不在图上。",
    en: "Of %d projects %u (%s) have no stated place and are not on the map.",
  },
  zone_column: { zh: "产业片区", en: "Zone" },
  area_column: { zh: "平方公里", en: "km²" },
  projects_column: { zh: "项目", en: "Projects" },
  money_column: { zh: "亿元", en: "m yuan" },
  warnings_column: { zh: "警告", en: "Flags" },
  total: { zh: "合计", en: "Total" },
  outside_short: { zh: "片区之外", en: "Outside zones" },
  unlocated_short: { zh: "未载地点", en: "Place not stated" },
  across_short: { zh: "跨片区", en: "Across zones" },
  by_owner_short: { zh: "凭业主 ", en: "by owner " },
  and_others: { zh: "%s等 %d 处", en: "%s and others, %d" },
  chart_money: { zh: "计划投资按片区：", en: "Planned investment by zone: " },
};
