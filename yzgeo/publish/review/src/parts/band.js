// The band that joins the chosen words and their row.

const SVG = "http://www.w3.org/2000/svg";

/** @param {ReviewPage} page @param {HTMLElement} root */
export function band(page, root) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "yz-band");
  drawing.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  drawing.append(shape);
  document.body.append(drawing);
  let isDue = false;

  /** @param {string} frame @param {string} node @returns {{box: DOMRect, frame: DOMRect} | null} */
  function inSight(frame, node) {
    const outer = root.querySelector(frame)?.getBoundingClientRect();
    const box = root.querySelector(`${frame} ${node}`)?.getBoundingClientRect();
    return outer && box && box.bottom > outer.top && box.top < outer.bottom ? { box, frame: outer } : null;
  }
  function paint() {
    isDue = false;
    const mark = inSight(".yz-document", ".yz-m.chosen");
    const row = inSight(".yz-draft", ".yz-row.chosen");
    const isShown = mark && row && page.state.mode === "table" && mark.frame.right <= row.frame.left;
    if (!isShown) {
      shape.setAttribute("d", "");
      return;
    }
    const [left, right] = [mark.frame.right - 16, row.frame.left];
    const top = [mark.box.top, row.box.top];
    const bottom = [mark.box.bottom, row.box.bottom];
    shape.setAttribute("d", `M${left} ${top[0]}L${right} ${top[1]}V${bottom[1]}L${left} ${bottom[0]}Z`);
  }
  function draw() {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(paint);
  }
  document.addEventListener("scroll", draw, true);
  window.addEventListener("resize", draw);
  draw();
  return { draw };
}
