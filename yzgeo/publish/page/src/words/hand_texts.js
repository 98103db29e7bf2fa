// Texts of the tools on the map: coordinates, and what was saved.
export const HAND_TEXTS = {
  saved: { zh: "已保存 ", en: "Saved " },
  picture_file: { zh: "图片（.png）", en: "PNG" },
};
