/* Elements of the page. All text goes in as text, never as markup: this is the one place that makes nodes. */
export function makeMarkup() {
  const SVG = "http://www.w3.org/2000/svg";

  function make(tag, classes, content) {
    const node = document.createElement(tag);
    if (classes) node.className = classes;
    if (content !== undefined) node.textContent = content;
    if (tag === "button") node.type = "button";
    return node;
  }
  /* Appends what there is to append, and gives the parent back. */
  function add(parent, ...nodes) {
    for (const node of nodes) if (node) parent.appendChild(node);
    return parent;
  }
  function svg(tag, attributes, content) {
    const node = document.createElementNS(SVG, tag);
    Object.keys(attributes || {}).forEach((name) => {
      node.setAttribute(name, attributes[name]);
    });
    if (content !== undefined) node.textContent = content;
    return node;
  }
  function press(classes, content, act) {
    const button = make("button", classes, content);
    button.addEventListener("click", act);
    return button;
  }
  function list(nodes, classes) {
    const box = make("ul", classes);
    nodes.forEach((node) => {
      add(box, add(make("li"), node));
    });
    return box;
  }
  function empty(node) {
    while (node.firstChild) node.removeChild(node.firstChild);
    return node;
  }
  function byId(id) {
    return document.getElementById(id);
  }

  return { make: make, add: add, svg: svg, press: press, list: list, empty: empty, byId: byId, SVG: SVG };
}
