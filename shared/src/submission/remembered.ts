/**
 * The same function with its answers remembered by text. Columns repeat few texts, and often the one of the row above,
 * which is compared before anything is hashed. Memory is bounded: beyond the limit answers are worked out again.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  let lastText: string | null = null;
  let last: T | undefined;
  return (text) => {
    if (text === lastText && last !== undefined) return last;
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = read(text);
      if (answers.size < MOST_ANSWERS) answers.set(text, answer);
    }
    lastText = text;
    last = answer;
    return answer;
  };
}

const MOST_ANSWERS = 60_000;
