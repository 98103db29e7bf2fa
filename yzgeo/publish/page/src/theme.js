/* Light, dark, or as the reader's system has it; the choice stays in that browser where it lets pages keep anything. */
export function makeTheme(page) {
  const MODES = ["auto", "light", "dark"];
  const KEPT = "yzgeo-theme";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let mode = kept();

  function kept() {
    try {
      return MODES.indexOf(localStorage.getItem(KEPT)) >= 0 ? localStorage.getItem(KEPT) : "auto";
    } catch (_error) {
      return "auto";
    }
  }
  function keep() {
    try {
      localStorage.setItem(KEPT, mode);
    } catch (_error) {
      /* pages from a file may keep nothing: the choice lasts as long as the page */
    }
  }
  function apply() {
    document.documentElement.dataset.theme = mode === "auto" ? (system.matches ? "dark" : "light") : mode;
  }
  /* Paper is light in either theme. */
  function dark() {
    return document.documentElement.dataset.theme === "dark" && !document.body.classList.contains("printing");
  }
  function tint(colour) {
    return (dark() && page.data.on_dark[colour]) || colour;
  }
  function variable(name) {
    return getComputedStyle(document.body).getPropertyValue(name).trim();
  }
  function follow() {
    if (mode === "auto") {
      apply();
      page.redrawView();
      page.panel.draw();
    }
  }
  if (system.addEventListener) system.addEventListener("change", follow);
  else system.addListener(follow);
  apply();
  return {
    quiet: () => variable("--symbol"),
    flag: () => variable("--flag"),
    variable: variable,
    tint: tint,
    label: () => page.say(`theme_${mode}`),
    next: () => {
      mode = MODES[(MODES.indexOf(mode) + 1) % MODES.length];
      keep();
      apply();
    },
  };
}
