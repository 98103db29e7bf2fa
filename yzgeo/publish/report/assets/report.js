/* Only the language is switched here: the report reads, and prints, without a script too. */
(() => {
  const button = document.getElementById("yz-lang");
  const articles = document.querySelectorAll("article");
  function show(lang) {
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    articles.forEach((article) => {
      article.hidden = article.dataset.lang !== lang;
      if (!article.hidden) document.title = article.dataset.title;
    });
    button.textContent = lang === "zh" ? "English" : "中文";
    button.lang = lang === "zh" ? "en" : "zh-CN";
  }
  function shown() {
    return Array.prototype.find.call(articles, (article) => !article.hidden).dataset.lang;
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
