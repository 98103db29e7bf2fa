// Texts of the page in both languages; those of the plan come with the data.
import { READING_TEXTS } from "./reading_texts.js";
import { TOOL_TEXTS } from "./tool_texts.js";
import { VIEW_TEXTS } from "./view_texts.js";

export const TEXTS = { ...VIEW_TEXTS, ...TOOL_TEXTS, ...READING_TEXTS };
