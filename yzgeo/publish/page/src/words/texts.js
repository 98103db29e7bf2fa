// What the page says of itself, in both languages; what the plan says comes with the data.
import { TOOL_TEXTS } from "./tool_texts.js";
import { VIEW_TEXTS } from "./view_texts.js";

export const TEXTS = { ...VIEW_TEXTS, ...TOOL_TEXTS };
