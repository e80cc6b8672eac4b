// The founding of an accord's two registers: the two sides' cards, exchanged out of band and compared by voice. It
// names the keys everything else rests on, and fixes the order, and with it the colours and shapes, of the sides.

import { flawOf, fromBase64url, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import {
  canonical,
  digest,
  type Ed25519PublicKey,
  type MlDsa44PublicKey,
  parseEd25519PublicKey,
  parseMlDsa44PublicKey,
  type Suite,
} from "../seal/index.ts";
import { type LabelPolicy, labelPolicySchema } from "./label.ts";
import { type AccordId, isAccordId, isLanguageCode, isPartyCode, isZoneName, type PartyCode } from "./names.ts";

const ed25519Text = z.string().refine((text) => {
  const bytes = fromBase64url(text);
  return bytes !== undefined && !isRefusal(parseEd25519PublicKey(bytes));
}, "an Ed25519 public key, base64url");

const mlDsa44Text = z.string().refine((text) => {
  const bytes = fromBase64url(text);
  return bytes !== undefined && !isRefusal(parseMlDsa44PublicKey(bytes));
}, "an ML-DSA-44 public key, base64url");

const names = z
  .record(z.string().refine(isLanguageCode), z.string().min(1).max(120))
  .refine((record) => Object.keys(record).length > 0, "a name in at least one language");

export const cardSchema = z.strictObject({
  entente: z.literal("card/1"),
  party: z.string().refine(isPartyCode, "a party's code"),
  names,
  /** Signs the requests of the link (RFC 9421). */
  node: ed25519Text,
  /** Sign this side's checkpoints and its cosignatures on the other's. */
  register: z.strictObject({ ed25519: ed25519Text, mlDsa44: mlDsa44Text }),
  /** The first key of the service `registry`, which makes this side's designations. */
  registry: ed25519Text,
  /** Where the node is reached, `https://host[:port][/path]`; loopback only for demonstrations. */
  address: z.url({ protocol: /^https?$/ }).max(200),
  /** The side's clock and weekend until the accord's annex says more. Days as ISO 8601: 1 is Monday. */
  zone: z.string().refine(isZoneName, "an IANA time zone by name"),
  weekend: z.array(z.number().int().min(1).max(7)).max(6),
});

export type Card = z.infer<typeof cardSchema>;

const foundingSchema = z.strictObject({
  entente: z.literal("founding/1"),
  names,
  /** First and second side, in the order that fixes colours and shapes. */
  cards: z.tuple([cardSchema, cardSchema]),
  labels: labelPolicySchema,
  /** The highest level that may pass before articles in force say otherwise. */
  cap: z.string().max(40),
});

export type Founding = {
  readonly names: Readonly<Record<string, string>>;
  readonly cards: readonly [Card, Card];
  readonly labels: LabelPolicy;
  readonly cap: string;
  readonly entente: "founding/1";
};

export function parseCard(value: unknown): Card | Refusal {
  const parsed = cardSchema.safeParse(value);
  return parsed.success ? parsed.data : refuse("acts.badCard", flawOf(parsed.error));
}

/** Parses a founding and refuses two cards that share a party or any key. */
export function parseFounding(value: unknown): Founding | Refusal {
  const parsed = foundingSchema.safeParse(value);
  if (!parsed.success) return refuse("acts.badFounding", flawOf(parsed.error));
  const founding: Founding = parsed.data;
  const [first, second] = founding.cards;
  if (first.party === second.party) return refuse("acts.sameParty", { party: first.party });
  const keys = founding.cards.flatMap((card) => [
    card.node,
    card.registry,
    card.register.ed25519,
    card.register.mlDsa44,
  ]);
  if (new Set(keys).size !== keys.length)
    return refuse("acts.badFounding", { path: "cards", problem: "two roles or two sides share a key" });
  if (!founding.labels.levels.some((level) => level.code === founding.cap))
    return refuse("acts.badFounding", { path: "cap", problem: "not a level of the founding's policy" });
  return founding;
}

/** The digest both sides compare by voice; the accord is named by its first 32 hexadecimal digits. */
export function foundingDigest(suite: Suite, founding: Founding): string {
  return digest(suite, utf8(canonical(founding)));
}

export function accordIdOf(suite: Suite, founding: Founding): AccordId {
  const id = foundingDigest(suite, founding).slice("sha256:".length, "sha256:".length + 32);
  if (!isAccordId(id)) throw new TypeError(`A digest of another form: ${id}`);
  return id;
}

/**
 * The name of a party's register under an accord: the origin of its checkpoints (C2SP tlog-checkpoint), and its
 * cosigner's name.
 */
export function registerName(accord: AccordId, party: PartyCode): string {
  return `entente/${accord}/${party}`;
}

/** SHA-256 of the canonical card, in eight groups of four hexadecimal digits, to be read aloud. */
export function cardFingerprint(suite: Suite, card: Card): string {
  const full = digest(suite, utf8(canonical(card))).slice("sha256:".length);
  return (full.slice(0, 32).match(/.{4}/g) ?? []).join(" ");
}

export interface CardKeys {
  readonly node: Ed25519PublicKey;
  readonly registry: Ed25519PublicKey;
  readonly register: { readonly ed25519: Ed25519PublicKey; readonly mlDsa44: MlDsa44PublicKey };
}

/** The keys of a parsed card as bytes. */
export function keysOfCard(card: Card): CardKeys {
  return {
    node: ed25519(card.node),
    registry: ed25519(card.registry),
    register: { ed25519: ed25519(card.register.ed25519), mlDsa44: mlDsa44(card.register.mlDsa44) },
  };
}

function ed25519(text: string): Ed25519PublicKey {
  const key = parseEd25519PublicKey(fromBase64url(text) ?? new Uint8Array());
  if (isRefusal(key)) throw new TypeError("A card that was not parsed.");
  return key;
}

function mlDsa44(text: string): MlDsa44PublicKey {
  const key = parseMlDsa44PublicKey(fromBase64url(text) ?? new Uint8Array());
  if (isRefusal(key)) throw new TypeError("A card that was not parsed.");
  return key;
}

export function otherParty(founding: Founding, party: PartyCode): PartyCode {
  const [first, second] = founding.cards;
  return first.party === party ? second.party : first.party;
}

export function cardOf(founding: Founding, party: PartyCode): Card {
  const card = founding.cards.find((one) => one.party === party);
  if (!card) throw new TypeError(`${party} is not a party to this founding.`);
  return card;
}
