// A founding for tests and vectors: the two sides of the demonstration, with keys from fixed seeds and a policy of four
// levels written for the tests.

import { accordIdOf, type Card, type Founding, parseCard, parseFounding } from "../src/acts/index.ts";
import { base64url, isRefusal, refusalLine } from "../src/base/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { mlDsa44SignerOf, signerOf } from "./keys.ts";

interface CardInput {
  readonly party: string;
  readonly names: Readonly<Record<string, string>>;
  readonly address: string;
  readonly zone: string;
  readonly weekend: readonly number[];
}

/** A card whose keys are named `<party> node`, `<party> register` and `<party> registry`. */
export function sampleCard(input: CardInput): Card {
  const { party } = input;
  const card = parseCard({
    entente: "card/1",
    ...input,
    node: base64url(signerOf(`${party} node`).publicKey),
    register: {
      ed25519: base64url(signerOf(`${party} register`).publicKey),
      mlDsa44: base64url(mlDsa44SignerOf(`${party} register`).publicKey),
    },
    registry: base64url(signerOf(`${party} registry`).publicKey),
  });
  if (isRefusal(card)) throw new TypeError(refusalLine(card));
  return card;
}

export const sampleCards: readonly [Card, Card] = [
  sampleCard({
    party: "MA",
    names: { fr: "Maroc", ar: "المغرب", en: "Morocco" },
    address: "https://entente.ma.example/",
    zone: "Africa/Casablanca",
    weekend: [6, 7],
  }),
  sampleCard({
    party: "IL",
    names: { fr: "Israël", he: "ישראל", en: "Israel" },
    address: "https://entente.il.example/",
    zone: "Asia/Jerusalem",
    weekend: [5, 6],
  }),
];

export const sampleLevels = ["unclassified", "restricted", "confidential", "secret"] as const;

/** The founding as JSON, to be changed before it is parsed. */
export function foundingJson(): Record<string, unknown> {
  return {
    entente: "founding/1",
    names: { en: "Cooperation accord, written for tests" },
    cards: structuredClone(sampleCards),
    labels: { policy: "entente-test", levels: sampleLevels.map((code) => ({ code, names: { en: code } })) },
    cap: "confidential",
  };
}

function parsed(): Founding {
  const founding = parseFounding(foundingJson());
  if (isRefusal(founding)) throw new TypeError(refusalLine(founding));
  return founding;
}

export const sampleFounding: Founding = parsed();
export const sampleAccord = accordIdOf(nativeSuite, sampleFounding);
