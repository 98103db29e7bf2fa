// Texts of the parcels on the map: their legend, what is drawn of them, the lens.
export const PARCEL_TEXTS = {
  parcels_invented: { zh: "图上地块与亩数：虚构示例", en: "Parcels and mu on the map: invented example" },
  parcels_small: { zh: "小地块画作方块，放大见真形", en: "Small parcels are squares; zoom in for their shapes" },
  parcels_summed: {
    zh: "每格约 %d，方块面积按亩数",
    en: "Cells of about %d; the area of a square tells the land",
  },
  parcels_until: { zh: "只画至 %y 年底已盘活的 %n、%m", en: "Only what was recovered by the end of %y: %n, %m" },
  parcels_undated: { zh: "另有 %n已盘活而未载日期", en: "%n more are recovered on an unknown day" },
  parcels_undrawn: { zh: "%n没有图形，未画出", en: "%n without a shape are not drawn" },
  parcels_by_year: { zh: "图上地块截至", en: "Map up to" },
  parcels_all: { zh: "全部", en: "all" },
  lens: { zh: "放大镜", en: "Lens" },
};
