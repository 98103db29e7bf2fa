// Only the language is switched here: the report reads, and prints, without a script too.
(() => {
  const button = /** @type {HTMLElement} */ (document.getElementById("yz-lang"));
  /** @type {NodeListOf<HTMLElement>} */
  const articles = document.querySelectorAll("article");

  function shown() {
    const [first] = [...articles].filter((article) => !article.hidden);
    return first.dataset.lang;
  }
  /** @param {string | undefined} lang */
  function show(lang) {
    const chinese = lang === "zh";
    document.documentElement.lang = chinese ? "zh-CN" : "en";
    for (const article of articles) {
      article.hidden = article.dataset.lang !== lang;
      if (!article.hidden) document.title = article.dataset.title || "";
    }
    button.textContent = chinese ? "English" : "中文";
    button.lang = chinese ? "en" : "zh-CN";
  }

  button.addEventListener("click", () => {
    const place = location.hash.replace(/^#(zh|en)-/, "");
    const next = shown() === "zh" ? "en" : "zh";
    show(next);
    if (place) location.hash = `#${next}-${place}`;
  });
  show(shown());
  window.yzgeo = { ready: true };
})();
