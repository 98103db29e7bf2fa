import { start } from "./places.js";

window.yzgeo = { ready: false };
window.yzPlaces = start;
