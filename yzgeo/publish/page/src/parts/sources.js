/* Where everything comes from and how it was made; what is not known is counted. */
export function makeSources(page) {
  const m = page.markup;
  const told = page.data.sources;

  function paragraphs() {
    const counted = `${page.say("unlocated")} ${told.unlocated_projects}${page.lang === "zh" ? "；" : "; "}${page.say("unlocated_parks")} ${told.unlocated_parks}`;
    const licences = told.licences.map((one) =>
      m.make(
        "span",
        "",
        one.title +
          (one.name && one.title.indexOf(one.name) < 0
            ? page.lang === "zh"
              ? `（${one.name}）`
              : ` (${one.name})`
            : ""),
      ),
    );
    const sources = told.sources.map((one) => m.make("span", "", one.title + (one.path ? ` ${one.path}` : "")));
    return [
      m.make("p", "", page.say("method_text") + page.ifSchematic("method_schematic")),
      m.make("p", "", counted),
      m.make("h3", "", page.say("sources")),
      m.list(sources),
      m.make("h3", "", page.say("licences")),
      m.list(licences),
      m.make("p", "meta", `${page.say("plan_version") + told.plan_version} · yzgeo ${told.yzgeo}`),
    ];
  }
  function draw() {
    const box = m.byId("yz-sources");
    const open = box.open;
    m.empty(box);
    m.add(box, m.make("summary", "", page.say("method")));
    paragraphs().forEach((node) => {
      m.add(box, node);
    });
    box.open = open;
  }
  return { draw: draw };
}
