import { start } from "./preview.js";

window.yzgeo = { ready: false };
window.yzPreview = start;
