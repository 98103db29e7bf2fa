// Texts of the parcel layer, which works on any map and so has its own.
export const TEXTS = {
  parcel: { zh: "地块", en: "Parcel" },
  zone: { zh: "所在片区", en: "Zone" },
  outside: { zh: "片区之外", en: "outside all zones" },
  not_chosen: { zh: "备选未选", en: "not chosen" },
  no_candidate: { zh: "不在备选之列", en: "could not be chosen" },
  chosen_in: { zh: "%d 年盘活", en: "recovered in %d" },
  nothing: { zh: "未填", en: "not stated" },
  drawn: { zh: "（图上面积）", en: " (as drawn)" },
  mu: { zh: "亩", en: "mu" },
  items: { zh: "宗", en: "parcels" },
  old: {
    zh: "此浏览器太旧，画不了地块图层（需要 Chrome/Edge 80、Firefox 113 或更新）。地图其余部分照常可用。",
    en: "This browser is too old for the parcel layer (Chrome or Edge 80, Firefox 113 or newer is needed). The rest of the map works.",
  },
  failed: {
    zh: "地块图层没有画出来：这台电脑的内存可能不够。请关闭其他程序或网页后重新打开。地图其余部分照常可用。",
    en: "The parcel layer could not be drawn: this computer may not have the memory for it. Close other programs or tabs and open the page again. The rest of the map works.",
  },
};
