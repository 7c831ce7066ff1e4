/** What was answered under a key; keys come from files, so that `constructor` is a heading like any other. */
export const answered = <T>(answers: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  answers !== undefined && Object.hasOwn(answers, key) ? answers[key] : undefined;
