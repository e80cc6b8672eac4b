// Answers already given, the least recently asked forgotten first.

export interface Answers<Answer> {
  get(key: string): Answer | undefined;
  keep(key: string, answer: Answer): void;
}

/** Keeps at most `size` answers. */
export function createAnswers<Answer>(size: number): Answers<Answer> {
  // A Map iterates in the order of insertion: taking an answer out and putting it back makes it the youngest.
  const kept = new Map<string, Answer>();
  return {
    get(key) {
      const answer = kept.get(key);
      if (answer === undefined) return undefined;
      kept.delete(key);
      kept.set(key, answer);
      return answer;
    },
    keep(key, answer) {
      kept.set(key, answer);
      if (kept.size <= size) return;
      const oldest = kept.keys().next();
      if (!oldest.done) kept.delete(oldest.value);
    },
  };
}
