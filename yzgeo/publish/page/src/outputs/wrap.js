const WORDS = /[!-~]+\s*|[^!-~]/g;

/**
 * A text in lines: words of letters stay whole, unless one alone is too long.
 * @param {string} text @param {(line: string) => boolean} isTooLong
 */
export function wrapped(text, isTooLong) {
  const lines = [""];
  for (const word of text.match(WORDS) || []) {
    const last = lines[lines.length - 1];
    if (last && isTooLong(last + word.trim())) lines.push("");
    for (const letter of word) {
      if (isTooLong(lines[lines.length - 1] + letter) && letter !== " ") lines.push("");
      lines[lines.length - 1] += letter;
    }
  }
  return lines;
}
