// Text that others have written, made safe for the eye: characters that turn the direction of a line, or that nobody
// sees, are shown by their code and not obeyed. (Unicode TR 36, TR 55: a name must not look like another one.)

// Direction marks, embeddings, overrides and isolates; zero-width characters but the joiners that Arabic and Persian
// need; control characters but tab and line feed; the byte order mark.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** The text with each such character as `[U+202E]`. */
export function toldText(text: string): string {
  return text.replaceAll(
    unseen,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}
