// Texts of the ground: its layers, the margin of the map.
export const GROUND_TEXTS = {
  legend_water: { zh: "水系", en: "Water" },
  legend_rail: { zh: "轨道", en: "Rail" },
  legend_roads: { zh: "道路", en: "Roads" },
  legend_towns: { zh: "乡镇", en: "Towns" },
  legend_neighbours: { zh: "邻区", en: "Neighbours" },
  ground_sea: { zh: "海域", en: "Sea" },
  ground_schematic: { zh: "（示意）", en: " (schematic)" },
  ground_credit: { zh: "底图 ", en: "Ground: " },
  sketch: { zh: "示意图，非测绘成果", en: "Schematic map, not a survey" },
};
