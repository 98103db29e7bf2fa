// What the reader answered, and the command that grows with it.

/** Words that are not understood and have no answer. @param {PreviewData} data @param {PreviewState["answers"]} answers */
export function openWords(data, answers) {
  return data.words.filter(({ code }, place) => code === null && !(place in answers));
}

/**
 * What the command is told of the statuses: each guess that stands, and each answer that is not what the word says.
 * @param {PreviewData} data @param {PreviewState["answers"]} answers
 */
export function statusOptions(data, answers) {
  return data.words.flatMap(({ code, certainty, options }, place) => {
    const answer = place in answers ? answers[place] : code;
    return answer && (answer !== code || certainty === "likely") ? [options[answer]] : [];
  });
}

/** The whole command. @param {PreviewData} data @param {PreviewState["answers"]} answers */
export function commandOf(data, answers) {
  return [data.command, ...statusOptions(data, answers)].join(" ");
}
