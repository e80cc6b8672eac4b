// Texts given in several languages, where one of them is to stand for all: the same one on both nodes, in whatever
// order their authors wrote them.

/** The text of the first language by its code; undefined when there is none. */
export function firstByLanguage<Text>(texts: Readonly<Record<string, Text>> | undefined): Text | undefined {
  const [first] = Object.keys(texts ?? {}).sort();
  return first === undefined ? undefined : texts?.[first];
}
