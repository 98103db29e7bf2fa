// Texts of the page on a phone: its menu and its sheet.
export const PHONE_TEXTS = {
  menu: { zh: "菜单", en: "Menu" },
  snap_low: { zh: "面板收起，展开", en: "The sheet is low: raise it" },
  snap_half: { zh: "面板半屏，展开", en: "The sheet is half the screen: raise it" },
  snap_full: { zh: "面板全屏，收起", en: "The sheet is full: lower it" },
};
