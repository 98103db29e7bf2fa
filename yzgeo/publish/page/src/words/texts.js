// Texts of the page in both languages; those of the plan come with the data.
import { GROUND_TEXTS } from "./ground_texts.js";
import { TOOL_TEXTS } from "./tool_texts.js";
import { VIEW_TEXTS } from "./view_texts.js";

export const TEXTS = { ...VIEW_TEXTS, ...TOOL_TEXTS, ...GROUND_TEXTS };
