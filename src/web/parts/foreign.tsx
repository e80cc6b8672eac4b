// Text that came from the other side, or that will go to it: shown as it is. Characters that only direct the line,
// which can make a text read as another, are shown by their numbers and never obeyed.

import type { ReactNode } from "react";

/** Without line ends, tabs, and the two characters by which Arabic script joins or parts its letters. */
const directing = /((?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}])/u;

/** The text and the characters to be shown by number, in order. */
export function partsOf(text: string): readonly { readonly text: string; readonly shown: boolean }[] {
  return text
    .split(directing)
    .filter((part) => part !== "")
    .map((part) => {
      const shown = directing.test(part);
      const code = part.codePointAt(0) ?? 0;
      return { text: shown ? `U+${code.toString(16).toUpperCase().padStart(4, "0")}` : part, shown };
    });
}

/** In a direction of its own, by its first letter. */
export function Foreign({ text, lang }: { readonly text: string; readonly lang?: string }): ReactNode {
  const parts = partsOf(text);
  return (
    <bdi dir="auto" {...(lang === undefined ? {} : { lang })}>
      {parts.map((part, at) =>
        part.shown ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
          <code key={at} className="directing">
            {part.text}
          </code>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
