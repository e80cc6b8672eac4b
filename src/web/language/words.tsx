// Saying things: a message by its id, as an element or as text. No sentence stands in the code.

import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";

type Value = string | number | boolean | Date | null | undefined;

export interface WordsProps {
  readonly id: string;
  /** Elements may stand for placeholders; numbers and dates that a plural or a format needs stay as they are. */
  readonly values?: Readonly<Record<string, ReactNode>>;
}

/** A message as elements: numbers in it keep their direction by the tag `<n>`. */
export function Words({ id, values }: WordsProps): ReactNode {
  return values === undefined ? <FormattedMessage id={id} /> : <FormattedMessage id={id} values={{ ...values }} />;
}

/** A message as text, for names of controls, titles and announcements. */
export type Say = (id: string, values?: Readonly<Record<string, Value>>) => string;

const flat = {
  n: (chunks: readonly string[]) => chunks.join(""),
  b: (chunks: readonly string[]) => chunks.join(""),
};

export function useSay(): Say {
  const intl = useIntl();
  return (id, values) => {
    const said: unknown = intl.formatMessage({ id }, { ...flat, ...values });
    return Array.isArray(said) ? said.join("") : String(said);
  };
}
