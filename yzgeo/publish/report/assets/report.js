/* Only the language is switched here: the report reads, and prints, without a script too. */
(function () {
  "use strict";
  var button = document.getElementById("yz-lang"), articles = document.querySelectorAll("article");
  function show(lang) {
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    articles.forEach(function (article) {
      article.hidden = article.dataset.lang !== lang;
      if (!article.hidden) document.title = article.dataset.title;
    });
    button.textContent = lang === "zh" ? "English" : "中文";
    button.lang = lang === "zh" ? "en" : "zh-CN";
  }
  function shown() { return Array.prototype.find.call(articles, function (article) { return !article.hidden; }).dataset.lang; }
  button.addEventListener("click", function () {
    var place = location.hash.replace(/^#(zh|en)-/, ""), next = shown() === "zh" ? "en" : "zh";
    show(next);
    if (place) location.hash = "#" + next + "-" + place;
  });
  show(shown());
  window.yzgeo = {ready: true};
})();
