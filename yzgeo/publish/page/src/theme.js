const KEPT = "yzgeo-theme";
/** @type {ThemeMode[]} */
const MODES = ["auto", "light", "dark"];

/** The theme that the reader chose, which stays in that browser where it lets pages keep anything. @returns {ThemeMode} */
export function keptTheme() {
  try {
    const mode = /** @type {ThemeMode} */ (localStorage.getItem(KEPT));
    return MODES.includes(mode) ? mode : "auto";
  } catch {
    return "auto"; // pages from a file may keep nothing
  }
}

/** The reader's system in the dark. */
export const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

/**
 * Whether the page is dark; paper is light in either theme.
 * @param {State} state
 */
export function isDark(state) {
  return state.theme === "auto" ? state.systemDark : state.theme === "dark";
}

/** Light, dark, or as the reader's system has it. @param {Page} page */
export function makeTheme(page) {
  /** @param {string} name of a custom property */
  function variable(name) {
    return getComputedStyle(document.body).getPropertyValue(name).trim();
  }
  systemDark.addEventListener("change", () => page.store.change({ systemDark: systemDark.matches }));
  return {
    variable,
    isDark: () => isDark(page.state) && !page.state.printing,
    quiet: () => variable("--ink3"),
    flag: () => variable("--ink"),
    /** A colour of the data on the ground of the theme. @param {string} colour */
    tint: (colour) => (isDark(page.state) && !page.state.printing && page.data.on_dark[colour]) || colour,
    /** Text in a colour of the data. @param {string} colour */
    shade(colour) {
      const { dark, light } = page.data.text_shades;
      return (isDark(page.state) && !page.state.printing ? dark : light)[colour] || variable("--ink");
    },
    next() {
      const theme = MODES[(MODES.indexOf(page.state.theme) + 1) % MODES.length];
      try {
        localStorage.setItem(KEPT, theme);
      } catch {
        // pages from a file may keep nothing: the choice lasts as long as the page
      }
      page.store.change({ theme });
    },
  };
}
