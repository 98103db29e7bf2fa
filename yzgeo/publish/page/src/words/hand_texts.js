// Texts of the tools on the map: coordinates, and what was saved.
export const HAND_TEXTS = {
  saved: { zh: "已保存 ", en: "Saved " },
  picture_file: { zh: "图片（.png）", en: "PNG" },
  measure_place: { zh: "坐标", en: "Place" },
  measure_place_how: {
    zh: "单击图上一点取坐标，或输入坐标定位。",
    en: "Click a point for its coordinates, or type where to go.",
  },
  go_to: { zh: "经纬度、度分秒或 3 度带坐标", en: "degrees, DMS or grid metres" },
  go: { zh: "定位", en: "Go" },
  no_place: { zh: "这不是坐标：如 29.8, 121.55 或 X 3297000 Y 40553000", en: "No coordinates: try 29.8, 121.55" },
  undo: { zh: "退一点", en: "Undo" },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制：", en: "Copied: " },
  not_copied: {
    zh: "浏览器不让复制，请选中文字后复制。",
    en: "The browser forbids copying: select the words instead.",
  },
};
