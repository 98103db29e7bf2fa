/* The row of tools; each is a word, so that nobody has to guess a picture. */
export function makeTools(page) {
  const m = page.markup;
  const box = m.byId("yz-tools");

  function tool(name, words, act, pressed) {
    const button = m.press("tool", words, act);
    button.dataset.tool = name;
    if (pressed !== undefined) button.setAttribute("aria-pressed", String(pressed));
    return button;
  }
  function measure(kind) {
    return tool(
      `measure-${kind}`,
      page.say(`measure_${kind}`),
      () => {
        page.measure.start(kind);
        draw();
      },
      page.measure.mode() === kind,
    );
  }
  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  }
  function take() {
    const dialog = m.byId("yz-dialog");
    function choice(name, act) {
      return m.press("primary", page.say(name), () => {
        dialog.close();
        act();
      });
    }
    m.empty(dialog);
    dialog.setAttribute("aria-label", page.say("download"));
    m.add(
      dialog,
      m.make("h2", "", page.say("download")),
      m.make("p", "", page.say("selection") + page.download.told()),
      m.make("p", "meta", page.say("download_note")),
      page.download.lacking() ? m.make("p", "empty", page.download.lacking()) : null,
      m.add(
        m.make("div", "buttons"),
        choice("download_geojson", page.download.saveGeojson),
        choice("download_csv", page.download.saveCsv),
        m.press("", page.say("cancel"), () => {
          dialog.close();
        }),
      ),
    );
    dialog.showModal();
  }
  function draw() {
    const focused = document.activeElement?.dataset ? document.activeElement.dataset.tool : null;
    m.empty(box);
    box.setAttribute("aria-label", page.say("tools"));
    m.add(
      box,
      measure("length"),
      measure("area"),
      tool("print", page.say("print"), page.print.ask),
      tool("picture", page.say("picture"), page.picture.save),
      tool("download", page.say("download"), take),
      document.fullscreenEnabled ? tool("full", page.say("full_screen"), full) : null,
      tool("theme", page.theme.label(), () => {
        page.theme.next();
        draw();
        page.redrawView();
        page.panel.draw();
      }),
    );
    if (focused) {
      const again = box.querySelector(`[data-tool="${focused}"]`);
      if (again) again.focus();
    }
  }
  return { draw: draw };
}
