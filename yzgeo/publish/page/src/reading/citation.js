// A finding as it is quoted elsewhere: its sentence, and what each place says.

const LONGEST = 160;
const OMITTED = "……";
const SENTENCE = /[^。；\n]*[。；\n]?/g;

/**
 * The words of a clause around what is marked in it: all of a short one, of a long one the sentences with marks.
 * @param {string} text @param {Span[]} spans
 */
export function quotation(text, spans) {
  const whole = text.trim();
  if (whole.length <= LONGEST || !spans.length)
    return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST)}${OMITTED}`;
  let quoted = "";
  let last = 0;
  for (const match of text.matchAll(SENTENCE)) {
    const start = match.index || 0;
    const end = start + match[0].length;
    if (end === start || !spans.some(([from, to]) => from < end && to > start)) continue;
    if (start > last) quoted += OMITTED;
    quoted += match[0];
    last = end;
  }
  return (last < text.trimEnd().length ? quoted + OMITTED : quoted).trim();
}

/** @param {Page} page @param {Finding} finding */
export function citation(page, finding) {
  const { clauses, title, sources } = page.data;
  const label = (/** @type {string} */ clause) => (page.lang === "zh" ? clause : clauses[clause].en);
  const quotes = finding.places.map(({ clause, spans }) => {
    const words = quotation(clauses[clause].text, spans);
    return page.lang === "zh" ? `〔${label(clause)}〕“${words}”` : `[${label(clause)}] “${words}”`;
  });
  const outside = finding.clauses.filter((clause) => !clauses[clause]).map((clause) => `〔${clause}〕`);
  const from = [page.text(title), sources.plan_version].filter(Boolean).join(page.lang === "zh" ? "，" : ", ");
  return [page.text(finding.message), ...quotes, ...outside, `—— ${from}`].join("\n");
}
