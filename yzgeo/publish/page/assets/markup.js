/* Elements of the page. All text goes in as text, never as markup: this is the one place that makes nodes. */
function yzMarkup() {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";

  function make(tag, classes, content) {
    var node = document.createElement(tag);
    if (classes) node.className = classes;
    if (content !== undefined) node.textContent = content;
    if (tag === "button") node.type = "button";
    return node;
  }
  /* Appends what there is to append, and gives the parent back. */
  function add(parent) {
    for (var i = 1; i < arguments.length; i++) if (arguments[i]) parent.appendChild(arguments[i]);
    return parent;
  }
  function svg(tag, attributes, content) {
    var node = document.createElementNS(SVG, tag);
    Object.keys(attributes || {}).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    if (content !== undefined) node.textContent = content;
    return node;
  }
  function press(classes, content, act) {
    var button = make("button", classes, content);
    button.addEventListener("click", act);
    return button;
  }
  function list(nodes, classes) {
    var box = make("ul", classes);
    nodes.forEach(function (node) { add(box, add(make("li"), node)); });
    return box;
  }
  function empty(node) { while (node.firstChild) node.removeChild(node.firstChild); return node; }
  function byId(id) { return document.getElementById(id); }

  return {make: make, add: add, svg: svg, press: press, list: list, empty: empty, byId: byId, SVG: SVG};
}
