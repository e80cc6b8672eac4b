// The files that are given to be checked: one proof, and the parties' cards where the reader has them. Read as bytes:
// a proof is canonical, and a byte more or less is another file.

import { type Card, cardFingerprint, parseCard } from "../../acts/index.ts";
import { fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { browserSuite } from "../../seal/browser.ts";
import { type CheckedProof, checkProof, type KnownCards } from "../parts/proof/check.ts";

export interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Verdict =
  | { readonly kind: "proved"; readonly checked: CheckedProof; readonly compared: boolean }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** Far above any proof and any card: what is larger was given by mistake and is not read. */
export const fileBytesMax = 8 * 1024 * 1024;

/** `known`: the fingerprints a node has; cards among the files stand in their place. */
export function judge(files: readonly Given[], known?: KnownCards): Verdict {
  const cards = files.flatMap((file) => cardIn(file) ?? []);
  const [proof, ...others] = files.filter((file) => cardIn(file) === undefined);
  if (proof === undefined) return refused(refuse("proof.badFile", { problem: "no proof is among the files" }));
  if (others.length > 0)
    return refused(refuse("proof.badFile", { problem: "several files are given that are no cards" }));
  const compareWith =
    cards.length === 0
      ? known
      : Object.fromEntries(cards.map((card) => [card.party, cardFingerprint(browserSuite, card)]));
  const checked = checkProof(proof.bytes, compareWith);
  if (isRefusal(checked)) return refused(checked);
  return { kind: "proved", checked, compared: compareWith !== undefined };
}

function refused(refusal: Refusal): Verdict {
  return { kind: "refused", refusal };
}

function cardIn({ bytes }: Given): Card | undefined {
  const text = fromUtf8(bytes);
  if (text === undefined || !text.includes('"card/1"')) return undefined;
  try {
    const card = parseCard(JSON.parse(text));
    return isRefusal(card) ? undefined : card;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
