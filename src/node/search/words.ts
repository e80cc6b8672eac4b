// Words as they are looked for: one written form for all the ways in which French, Arabic, Hebrew and English write the
// same word. Accents, the Arabic vowel signs and the Hebrew points are dropped, the forms of alef are one, final
// letters are as in the middle of a word. Knows nothing of meaning: no stems, no synonyms.

/** Longer runs are no words; a digest has 64 characters. */
const wordMax = 64;

const folded: ReadonlyMap<string, string> = new Map([
  // Arabic: alef wasla, alef maqsura as yeh, teh marbuta as heh; the hamza on a letter falls with the vowel signs.
  ["ٱ", "ا"],
  ["ى", "ي"],
  ["ی", "ي"],
  ["ة", "ه"],
  ["ک", "ك"],
  // Hebrew letters at the end of a word.
  ["ך", "כ"],
  ["ם", "מ"],
  ["ן", "נ"],
  ["ף", "פ"],
  ["ץ", "צ"],
  ["œ", "oe"],
  ["æ", "ae"],
  ["ß", "ss"],
]);

/** Digits of other scripts and what they stand for. */
function latinDigit(character: string): string {
  const code = character.charCodeAt(0);
  return String(code >= 0x06f0 ? code - 0x06f0 : code - 0x0660);
}

/** The words of a text in their one form, in order; each at most 64 characters. */
export function wordsIn(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    // Marks, the Arabic stretching of letters, and characters that only direct the line.
    .replace(/[\p{M}\p{Cf}ـ]/gu, "")
    .toLowerCase()
    .replace(/[٠-٩۰-۹]/g, latinDigit)
    .replace(/[ٱىیةکךםןףץœæß]/g, (letter) => folded.get(letter) ?? letter);
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, wordMax));
}

const arabicBefore = /^(?:[وفبك]?ال|لل|[وفبكل])(?=.{3,}$)/u;
const hebrewBefore = /^[והבלמשכ](?=.{3,}$)/u;

/**
 * The words under which a text is kept: its own, and each Arabic or Hebrew one also without the article or the particle
 * that may be written in front of it, so that "اتفاق" finds "والاتفاق".
 */
export function keptWords(text: string): string[] {
  return wordsIn(text).flatMap((word) => {
    const bare = /^\p{Script=Arabic}/u.test(word)
      ? word.replace(arabicBefore, "")
      : /^\p{Script=Hebrew}/u.test(word)
        ? word.replace(hebrewBefore, "")
        : word;
    return bare === word ? [word] : [word, bare];
  });
}
