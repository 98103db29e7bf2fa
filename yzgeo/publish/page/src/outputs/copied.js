// Copies words; where the browser forbids it, says so.

/** @param {Page} page @param {string} words @returns {Promise<NonNullable<State["notice"]>>} what is to be told */
export async function copied(page, words) {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    return { about: "saved", words: page.both("not_copied") };
  }
  const said = page.both("copied");
  return { about: "saved", words: { zh: said.zh + words, en: said.en + words } };
}
