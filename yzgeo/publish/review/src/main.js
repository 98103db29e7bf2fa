import { start } from "./review.js";

window.yzgeo = { ready: false };
window.yzReview = start;
