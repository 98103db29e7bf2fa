// Chromium prints a canvas that was given a size as the print began as a white sheet, which hides all below it. A copy of
// what is painted on it prints as it looks.

/** Puts copies in the place of canvases. @param {Iterable<HTMLCanvasElement>} canvases @returns {() => void} takes them away again */
export function stillCopies(canvases) {
  const copies = [...canvases].flatMap((canvas) => {
    if (!canvas.width || !canvas.height) return [];
    const { width, height, position, left, top } = getComputedStyle(canvas);
    const copy = document.createElement("canvas");
    copy.className = canvas.className;
    copy.style.cssText = canvas.style.cssText;
    Object.assign(copy.style, { width, height, position, left, top });
    copy.width = canvas.width;
    copy.height = canvas.height;
    /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d")).drawImage(canvas, 0, 0);
    canvas.insertAdjacentElement("afterend", copy);
    const { display } = canvas.style;
    canvas.style.display = "none";
    return [{ canvas, copy, display }];
  });
  return () => {
    for (const { canvas, copy, display } of copies) {
      copy.remove();
      canvas.style.display = display;
    }
  };
}
