/* What folium calls when the map and its layers are made. */
import { start } from "./page.js";

window.yzStart = start;
