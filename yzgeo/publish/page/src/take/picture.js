/* The map as a PNG, drawn anew on a canvas: shapes, labels, scale, legend, source and date. Tiles of online basemaps
   stay out: a canvas that holds them cannot be saved. */
export function makePicture(page) {
  const SCALE = 2;
  const MARGIN = 24;
  const NAME_PX = 114;
  const LINE_PX = 192;
  const m = page.markup;
  const map = page.leaflet;
  const COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"];

  /* A drawing as a picture: what stylesheets say of it goes into it first. */
  function picture(svg, width, height) {
    const copy = svg.cloneNode(true);
    const from = svg.querySelectorAll("path, rect, circle, line");
    const to = copy.querySelectorAll("path, rect, circle, line");
    for (let i = 0; i < from.length; i++) {
      if (from[i].closest("pattern")) continue;
      const style = getComputedStyle(from[i]);
      COPIED.forEach((name) => {
        to[i].style.setProperty(name, style.getPropertyValue(name));
      });
    }
    copy.setAttribute("xmlns", m.SVG);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.removeAttribute("style");
    return new Promise((done, failed) => {
      const image = new Image();
      image.onload = () => {
        done(image);
      };
      image.onerror = failed;
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    });
  }
  /* What the map draws, the lowest first; pictures of tiles are not among it. */
  function drawings() {
    const panes = Array.prototype.slice.call(map.getContainer().querySelectorAll(".leaflet-map-pane > .leaflet-pane"));
    function height(pane) {
      return +getComputedStyle(pane).zIndex || 0;
    }
    return panes
      .sort((a, b) => height(a) - height(b))
      .reduce(
        (nodes, pane) => nodes.concat(Array.prototype.slice.call(pane.querySelectorAll("canvas, :scope > svg"))),
        [],
      );
  }
  function wrapped(pen, text, width) {
    const lines = [""];
    function full(more) {
      return pen.measureText(lines[lines.length - 1] + more).width > width;
    }
    /* Words of letters stay whole, unless one alone is too long. */
    (text.match(/[!-~]+\s*|[^!-~]/g) || []).forEach((word) => {
      if (lines[lines.length - 1] && full(word.trim())) lines.push("");
      word.split("").forEach((letter) => {
        if (full(letter) && letter !== " ") lines.push("");
        lines[lines.length - 1] += letter;
      });
    });
    return lines;
  }
  function font(size, bold) {
    return `${(bold ? "600 " : "") + size}px ${getComputedStyle(document.body).fontFamily}`;
  }

  function draw() {
    const size = map.getSize();
    const frame = map.getContainer().getBoundingClientRect();
    const legendWidth = 230;
    const top = 64;
    const bottom = 40;
    const canvas = m.make("canvas");
    const pen = canvas.getContext("2d");
    const ink = page.theme.variable("--ink");
    const quiet = page.theme.variable("--quiet");
    canvas.width = (size.x + legendWidth + 3 * MARGIN) * SCALE;
    canvas.height = (Math.max(size.y, 420) + top + bottom) * SCALE;
    pen.scale(SCALE, SCALE);
    pen.fillStyle = page.theme.variable("--paper");
    pen.fillRect(0, 0, canvas.width, canvas.height);
    text(page.text(page.data.title), MARGIN, 32, 20, true);
    text(`${page.viewName()} · ${page.text(page.data.subtitle)}`, MARGIN, 52, 12, false, quiet);
    function text(words, x, y, size, bold, colour) {
      pen.font = font(size, bold);
      pen.fillStyle = colour || ink;
      pen.fillText(words, x, y);
    }

    pen.save();
    pen.beginPath();
    pen.rect(MARGIN, top, size.x, size.y);
    pen.clip();
    pen.translate(MARGIN - frame.left, top - frame.top);
    return drawings()
      .reduce(
        (chain, node) =>
          chain.then(() => {
            const place = node.getBoundingClientRect();
            if (node.tagName === "CANVAS") {
              pen.drawImage(node, place.left, place.top, place.width, place.height);
              return null;
            }
            return picture(node, place.width, place.height).then((image) => {
              pen.drawImage(image, place.left, place.top, place.width, place.height);
            });
          }),
        Promise.resolve(),
      )
      .then(() => {
        map.getContainer().querySelectorAll(".zone-label, .place-label").forEach(label);
        pen.restore();
        pen.strokeStyle = page.theme.variable("--line");
        pen.strokeRect(MARGIN, top, size.x, size.y);
        scaleBar(MARGIN + 12, top + size.y - 14);
        north(MARGIN + size.x - 26, top + 14);
        return legend(MARGIN * 2 + size.x, top + 12);
      })
      .then(() => {
        const told = page.data.sources;
        const tiles = page.basemaps.chosen() ? ` · ${page.say("no_tiles_in_picture")}` : "";
        text(
          `${page.say("places_from") + page.ifSchematic("places_schematic")} · ${page.say("plan_version")}${told.plan_version} · yzgeo ${told.yzgeo}${tiles}`,
          MARGIN,
          canvas.height / SCALE - 14,
          11,
          false,
          quiet,
        );
        return canvas;
      });

    /* As on the page, a label has two lines at most. */
    function shortened(words, width) {
      const lines = wrapped(pen, words, width);
      return lines.length > 2 ? [lines[0], `${lines[1]}…`] : lines;
    }
    function label(node) {
      if (node.style.visibility === "hidden" || getComputedStyle(node).display === "none") return;
      const box = node.getBoundingClientRect();
      const zone = node.classList.contains("zone-label");
      const x = box.left + box.width / 2;
      let y = box.top + 12;
      pen.textAlign = "center";
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let index = 0; walker.nextNode(); index++) {
        const hidden = getComputedStyle(walker.currentNode.parentNode).display === "none";
        if (hidden) continue;
        pen.font = font(zone ? 12 : 11, zone && !index);
        pen.lineWidth = 3;
        pen.strokeStyle = page.theme.variable("--sheet");
        pen.fillStyle = zone ? ink : quiet;
        shortened(
          walker.currentNode.data,
          walker.currentNode.parentNode.className === "name" ? NAME_PX : LINE_PX,
        ).forEach((line) => {
          pen.strokeText(line, x, y);
          pen.fillText(line, x, y);
          y += 15;
        });
      }
      pen.textAlign = "left";
    }
    function scaleBar(x, y) {
      const bar = map.getContainer().querySelector(".leaflet-control-scale-line");
      if (!bar) return;
      pen.strokeStyle = ink;
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.moveTo(x, y - 6);
      pen.lineTo(x, y);
      pen.lineTo(x + bar.offsetWidth, y);
      pen.lineTo(x + bar.offsetWidth, y - 6);
      pen.stroke();
      text(bar.textContent, x + 4, y - 5, 11, false);
    }
    function north(x, y) {
      pen.fillStyle = quiet;
      pen.beginPath();
      pen.moveTo(x + 8, y);
      pen.lineTo(x + 14, y + 21);
      pen.lineTo(x + 8, y + 16);
      pen.lineTo(x + 2, y + 21);
      pen.fill();
      text(page.say("north"), x + 2, y + 36, 12, false, quiet);
    }
    function legend(x, y) {
      /* Parcels have rows within a row, and a plain swatch for a drawing. */
      const entries = Array.prototype.slice
        .call(m.byId("yz-legend").querySelectorAll("li"))
        .filter((entry) => !entry.querySelector("li"));
      text(page.say("legend"), x, y, 13, true);
      y += 14;
      return entries.reduce(
        (chain, entry) =>
          chain.then(() => {
            const icon = entry.querySelector("svg");
            const sample = entry.querySelector(".sample");
            const swatch = entry.querySelector(".swatch");
            const words = entry.lastChild.textContent;
            const at = y;
            const height = icon ? +icon.getAttribute("height") : 16;
            pen.font = font(12, false);
            const lines = wrapped(pen, words, legendWidth - 40);
            lines.forEach((line, index) => {
              text(line, x + 38, at + 13 + 16 * index, 12, false);
            });
            y += Math.max(16 * lines.length, height) + 6;
            if (sample) text(sample.textContent, x + 8, at + 13, 13, false, page.theme.flag());
            if (swatch) {
              pen.fillStyle = swatch.style.background;
              pen.fillRect(x + 9, at + 3, 12, 12);
            }
            if (!icon || icon.innerHTML.indexOf("url(#") >= 0) return hatch(icon, x, at);
            return picture(icon, 30, height).then((image) => {
              pen.drawImage(image, x, at);
            });
          }),
        Promise.resolve(),
      );
    }
    function hatch(icon, x, y) {
      if (!icon) return;
      pen.save();
      pen.strokeStyle = page.data.zones[0].colour;
      pen.strokeRect(x + 3, y + 2, 24, 12);
      pen.beginPath();
      pen.rect(x + 3, y + 2, 24, 12);
      pen.clip();
      for (let i = -12; i < 30; i += 6) {
        pen.beginPath();
        pen.moveTo(x + i, y + 16);
        pen.lineTo(x + i + 16, y);
        pen.lineWidth = 2;
        pen.stroke();
      }
      pen.restore();
    }
  }
  function save() {
    return draw().then(
      (canvas) =>
        new Promise((done) => {
          canvas.toBlob((blob) => {
            page.save(blob, `${page.download.name()}.png`);
            done();
          }, "image/png");
        }),
    );
  }
  return { draw: draw, save: save };
}
