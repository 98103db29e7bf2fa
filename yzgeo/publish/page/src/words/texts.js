// Texts of the page in both languages; those of the plan come with the data.
import { GROUND_TEXTS } from "./ground_texts.js";
import { HAND_TEXTS } from "./hand_texts.js";
import { INSIDE_TEXTS } from "./inside_texts.js";
import { LAND_TEXTS } from "./land_texts.js";
import { MARKS_TEXTS } from "./marks_texts.js";
import { OVERVIEW_TEXTS } from "./overview_texts.js";
import { PARCEL_TEXTS } from "./parcel_texts.js";
import { PHONE_TEXTS } from "./phone_texts.js";
import { READING_TEXTS } from "./reading_texts.js";
import { SCENARIO_TEXTS } from "./scenario_texts.js";
import { SEARCH_TEXTS } from "./search_texts.js";
import { TABLE_TEXTS } from "./table_texts.js";
import { TOOL_TEXTS } from "./tool_texts.js";
import { VIEW_TEXTS } from "./view_texts.js";

export const TEXTS = {
  ...VIEW_TEXTS,
  ...TOOL_TEXTS,
  ...TABLE_TEXTS,
  ...LAND_TEXTS,
  ...OVERVIEW_TEXTS,
  ...MARKS_TEXTS,
  ...GROUND_TEXTS,
  ...READING_TEXTS,
  ...PARCEL_TEXTS,
  ...PHONE_TEXTS,
  ...SCENARIO_TEXTS,
  ...SEARCH_TEXTS,
  ...HAND_TEXTS,
  ...INSIDE_TEXTS,
};
