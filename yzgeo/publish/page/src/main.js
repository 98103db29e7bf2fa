import { start } from "./page.js";

window.yzgeo = { ready: false };
window.yzStart = start;
