// Text as it is sought: what a typist leaves out makes no difference.

/** Letters as they are sought: without case and without the marks that a typist leaves out. */
export function plainText(text: string): string {
  // Arabic and Hebrew vowel signs and Latin accents are combining marks once taken apart; alef is written four ways.
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[أإآٱ]/g, "ا")
    .toLowerCase();
}
