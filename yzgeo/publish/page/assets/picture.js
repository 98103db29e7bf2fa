/* The map as a PNG, drawn anew on a canvas: shapes, labels, scale, legend, source and date. Tiles of online basemaps
   stay out: a canvas that holds them cannot be saved. */
function yzPicture(page) {
  "use strict";
  var SCALE = 2, MARGIN = 24, NAME_PX = 114, LINE_PX = 192, m = page.markup, map = page.leaflet, COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"];

  /* A drawing as a picture: what stylesheets say of it goes into it first. */
  function picture(svg, width, height) {
    var copy = svg.cloneNode(true), from = svg.querySelectorAll("path, rect, circle, line"), to = copy.querySelectorAll("path, rect, circle, line");
    for (var i = 0; i < from.length; i++) {
      if (from[i].closest("pattern")) continue;
      var style = getComputedStyle(from[i]);
      COPIED.forEach(function (name) { to[i].style.setProperty(name, style.getPropertyValue(name)); });
    }
    copy.setAttribute("xmlns", m.SVG);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.removeAttribute("style");
    return new Promise(function (done, failed) {
      var image = new Image();
      image.onload = function () { done(image); };
      image.onerror = failed;
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
    });
  }
  /* What the map draws, the lowest first; pictures of tiles are not among it. */
  function drawings() {
    var panes = Array.prototype.slice.call(map.getContainer().querySelectorAll(".leaflet-map-pane > .leaflet-pane"));
    function height(pane) { return +getComputedStyle(pane).zIndex || 0; }
    return panes.sort(function (a, b) { return height(a) - height(b); }).reduce(function (nodes, pane) {
      return nodes.concat(Array.prototype.slice.call(pane.querySelectorAll("canvas, :scope > svg")));
    }, []);
  }
  function wrapped(pen, text, width) {
    var lines = [""];
    function full(more) { return pen.measureText(lines[lines.length - 1] + more).width > width; }
    /* Words of letters stay whole, unless one alone is too long. */
    (text.match(/[!-~]+\s*|[^!-~]/g) || []).forEach(function (word) {
      if (lines[lines.length - 1] && full(word.trim())) lines.push("");
      word.split("").forEach(function (letter) {
        if (full(letter) && letter !== " ") lines.push("");
        lines[lines.length - 1] += letter;
      });
    });
    return lines;
  }
  function font(size, bold) { return (bold ? "600 " : "") + size + "px " + getComputedStyle(document.body).fontFamily; }

  function draw() {
    var size = map.getSize(), frame = map.getContainer().getBoundingClientRect(), legendWidth = 230, top = 64, bottom = 40;
    var canvas = m.make("canvas"), pen = canvas.getContext("2d"), ink = page.theme.variable("--ink"), quiet = page.theme.variable("--quiet");
    canvas.width = (size.x + legendWidth + 3 * MARGIN) * SCALE;
    canvas.height = (Math.max(size.y, 420) + top + bottom) * SCALE;
    pen.scale(SCALE, SCALE);
    pen.fillStyle = page.theme.variable("--paper");
    pen.fillRect(0, 0, canvas.width, canvas.height);
    text(page.text(page.data.title), MARGIN, 32, 20, true);
    text(page.viewName() + " · " + page.text(page.data.subtitle), MARGIN, 52, 12, false, quiet);
    function text(words, x, y, size, bold, colour) { pen.font = font(size, bold); pen.fillStyle = colour || ink; pen.fillText(words, x, y); }

    pen.save();
    pen.beginPath();
    pen.rect(MARGIN, top, size.x, size.y);
    pen.clip();
    pen.translate(MARGIN - frame.left, top - frame.top);
    return drawings().reduce(function (chain, node) {
      return chain.then(function () {
        var place = node.getBoundingClientRect();
        if (node.tagName === "CANVAS") { pen.drawImage(node, place.left, place.top, place.width, place.height); return null; }
        return picture(node, place.width, place.height).then(function (image) { pen.drawImage(image, place.left, place.top, place.width, place.height); });
      });
    }, Promise.resolve()).then(function () {
      map.getContainer().querySelectorAll(".zone-label, .place-label").forEach(label);
      pen.restore();
      pen.strokeStyle = page.theme.variable("--line");
      pen.strokeRect(MARGIN, top, size.x, size.y);
      scaleBar(MARGIN + 12, top + size.y - 14);
      north(MARGIN + size.x - 26, top + 14);
      return legend(MARGIN * 2 + size.x, top + 12);
    }).then(function () {
      var told = page.data.sources, tiles = page.basemaps.chosen() ? " · " + page.say("no_tiles_in_picture") : "";
      text(page.say("places_from") + page.ifSchematic("places_schematic") + " · " + page.say("plan_version") + told.plan_version + " · yzgeo " + told.yzgeo + tiles, MARGIN, canvas.height / SCALE - 14, 11, false, quiet);
      return canvas;
    });

    /* As on the page, a label has two lines at most. */
    function shortened(words, width) {
      var lines = wrapped(pen, words, width);
      return lines.length > 2 ? [lines[0], lines[1] + "…"] : lines;
    }
    function label(node) {
      if (node.style.visibility === "hidden" || getComputedStyle(node).display === "none") return;
      var box = node.getBoundingClientRect(), zone = node.classList.contains("zone-label"), x = box.left + box.width / 2, y = box.top + 12;
      pen.textAlign = "center";
      var walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (var index = 0; walker.nextNode(); index++) {
        var hidden = getComputedStyle(walker.currentNode.parentNode).display === "none";
        if (hidden) continue;
        pen.font = font(zone ? 12 : 11, zone && !index);
        pen.lineWidth = 3;
        pen.strokeStyle = page.theme.variable("--sheet");
        pen.fillStyle = zone ? ink : quiet;
        shortened(walker.currentNode.data, walker.currentNode.parentNode.className === "name" ? NAME_PX : LINE_PX).forEach(function (line) {
          pen.strokeText(line, x, y);
          pen.fillText(line, x, y);
          y += 15;
        });
      }
      pen.textAlign = "left";
    }
    function scaleBar(x, y) {
      var bar = map.getContainer().querySelector(".leaflet-control-scale-line");
      if (!bar) return;
      pen.strokeStyle = ink;
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.moveTo(x, y - 6); pen.lineTo(x, y); pen.lineTo(x + bar.offsetWidth, y); pen.lineTo(x + bar.offsetWidth, y - 6);
      pen.stroke();
      text(bar.textContent, x + 4, y - 5, 11, false);
    }
    function north(x, y) {
      pen.fillStyle = quiet;
      pen.beginPath();
      pen.moveTo(x + 8, y); pen.lineTo(x + 14, y + 21); pen.lineTo(x + 8, y + 16); pen.lineTo(x + 2, y + 21);
      pen.fill();
      text(page.say("north"), x + 2, y + 36, 12, false, quiet);
    }
    function legend(x, y) {
      /* Parcels have rows within a row, and a plain swatch for a drawing. */
      var entries = Array.prototype.slice.call(m.byId("yz-legend").querySelectorAll("li")).filter(function (entry) { return !entry.querySelector("li"); });
      text(page.say("legend"), x, y, 13, true);
      y += 14;
      return entries.reduce(function (chain, entry) {
        return chain.then(function () {
          var icon = entry.querySelector("svg"), sample = entry.querySelector(".sample"), swatch = entry.querySelector(".swatch"), words = entry.lastChild.textContent, at = y, height = icon ? +icon.getAttribute("height") : 16;
          pen.font = font(12, false);
          var lines = wrapped(pen, words, legendWidth - 40);
          lines.forEach(function (line, index) { text(line, x + 38, at + 13 + 16 * index, 12, false); });
          y += Math.max(16 * lines.length, height) + 6;
          if (sample) text(sample.textContent, x + 8, at + 13, 13, false, page.theme.flag());
          if (swatch) { pen.fillStyle = swatch.style.background; pen.fillRect(x + 9, at + 3, 12, 12); }
          if (!icon || icon.innerHTML.indexOf("url(#") >= 0) return hatch(icon, x, at);
          return picture(icon, 30, height).then(function (image) { pen.drawImage(image, x, at); });
        });
      }, Promise.resolve());
    }
    function hatch(icon, x, y) {
      if (!icon) return;
      pen.save();
      pen.strokeStyle = page.data.zones[0].colour;
      pen.strokeRect(x + 3, y + 2, 24, 12);
      pen.beginPath();
      pen.rect(x + 3, y + 2, 24, 12);
      pen.clip();
      for (var i = -12; i < 30; i += 6) { pen.beginPath(); pen.moveTo(x + i, y + 16); pen.lineTo(x + i + 16, y); pen.lineWidth = 2; pen.stroke(); }
      pen.restore();
    }
  }
  function save() {
    return draw().then(function (canvas) {
      return new Promise(function (done) { canvas.toBlob(function (blob) { page.save(blob, page.download.name() + ".png"); done(); }, "image/png"); });
    });
  }
  return {draw: draw, save: save};
}
