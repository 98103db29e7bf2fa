// A phone: the sheet that is dragged over the map, and the menu that holds the tools.
import { byId } from "./html.js";
import { nextSnap, restOf, stepped } from "./state/snap.js";

export const NARROW = window.matchMedia("(max-width: 860px)"); // as in phone.css
const HALF = 0.48; // of the screen, the views below it among it
const HEAD_PX = 60;
const NAV_PX = 64;
const LOW_PX = 96;
const STILL_PX = 6; // a press that moves less is a click

/** @param {Page} page */
export function makePhone(page) {
  const app = byId("yz-app");
  const grip = byId("yz-grip");
  /** @type {{y: number, height: number, at: number, speed: number, time: number} | null} */
  let drag = null;
  let isDragged = false;

  /** @returns {Record<Snap, number>} */
  function heights() {
    const whole = app.clientHeight;
    return { low: LOW_PX, half: Math.round(HALF * whole) - NAV_PX, full: whole - HEAD_PX - NAV_PX };
  }
  function measure() {
    app.style.setProperty("--half", `${heights().half}px`);
  }
  /** @param {PointerEvent} event */
  function begin(event) {
    if (!event.isPrimary || event.button) return;
    drag = { y: event.clientY, height: heights()[page.state.snap], at: event.clientY, speed: 0, time: event.timeStamp };
    isDragged = false;
    grip.setPointerCapture(event.pointerId);
  }
  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag) return;
    const up = drag.y - event.clientY;
    if (!isDragged && Math.abs(up) < STILL_PX) return;
    if (!isDragged) {
      isDragged = true;
      document.body.classList.add("dragging"); // the map is laid bare as far as it goes
      page.leaflet.invalidateSize({ pan: false });
    }
    const passed = Math.max(1, event.timeStamp - drag.time);
    drag.speed = (drag.at - event.clientY) / passed;
    drag.at = event.clientY;
    drag.time = event.timeStamp;
    const { low, full } = heights();
    app.style.setProperty("--sheet", `${Math.min(full, Math.max(low, drag.height + up))}px`);
  }
  /** @param {PointerEvent} event */
  function end(event) {
    if (!drag) return;
    const { y, height, speed } = drag;
    const isFresh = event.timeStamp - drag.time < 100; // a finger that rested does not flick
    drag = null;
    if (!isDragged) return;
    document.body.classList.remove("dragging");
    app.style.removeProperty("--sheet");
    const snap = restOf(height + y - event.clientY, isFresh ? speed : 0, heights());
    if (snap === page.state.snap) page.map.resized();
    else page.store.change({ snap });
  }
  grip.addEventListener("pointerdown", begin);
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", end);
  grip.addEventListener("pointercancel", end);
  grip.addEventListener("click", () => {
    if (!isDragged) page.store.change({ snap: nextSnap(page.state.snap) });
    isDragged = false;
  });
  grip.addEventListener("keydown", (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    page.store.change({ snap: stepped(page.state.snap, step) });
  });

  const more = byId("yz-menu-button");
  const menu = byId("yz-menu");
  more.addEventListener("click", () => page.store.change({ isMenuOpen: !page.state.isMenuOpen }));
  menu.addEventListener("click", () => page.store.change({ isMenuOpen: false }));
  /** @param {Event} event */
  function leave(event) {
    const target = /** @type {Node} */ (event.target);
    if (page.state.isMenuOpen && !menu.contains(target) && !more.contains(target)) {
      page.store.change({ isMenuOpen: false });
    }
  }
  document.addEventListener("pointerdown", leave);
  document.addEventListener("focusin", leave);
  NARROW.addEventListener("change", () => page.store.change({ isNarrow: NARROW.matches, isMenuOpen: false }));
  window.addEventListener("resize", measure);
  measure();
}
