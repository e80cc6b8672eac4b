// Texts given in several languages, where one of them is to stand for all: the same one on both nodes, in whatever
// order their authors wrote them; or where each language is to have its own.

/** The text of the first language by its code; undefined when there is none. */
export function firstByLanguage<Text>(texts: Readonly<Record<string, Text>> | undefined): Text | undefined {
  const [first] = Object.keys(texts ?? {}).sort();
  return first === undefined ? undefined : texts?.[first];
}

/** Chooses one text of those given in several languages. */
export type Reader = <Text>(texts: Readonly<Record<string, Text>> | undefined) => Text | undefined;

/**
 * What `say` says in each language of the texts it reads, a text that lacks one standing by its first. Empty where it
 * says the same in all of them: a reference, which no language changes.
 */
export function byLanguage(say: (read: Reader) => string): Readonly<Record<string, string>> {
  const languages = new Set<string>();
  const usual = say((texts) => {
    for (const language of Object.keys(texts ?? {})) languages.add(language);
    return firstByLanguage(texts);
  });
  const told = [...languages].sort().map((language): [string, string] => {
    const read: Reader = (texts) =>
      texts && Object.hasOwn(texts, language) ? texts[language] : firstByLanguage(texts);
    return [language, say(read)];
  });
  return told.every(([, text]) => text === usual) ? {} : Object.fromEntries(told);
}
