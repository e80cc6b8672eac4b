// What is known of one instrument: who proposed what, the text as tabled and as agreed, who signed, what is still owed.
// Values only; the steps make new ones and never change one.

import type { ArticleNumber, DossierId, PartyCode } from "../../acts/index.ts";
import type { z } from "../../base/index.ts";
import type { Annex } from "../annex.ts";
import type {
  arrangeSignatureBody,
  confirmOriginalBody,
  erratumBody,
  exchangeFoldersBody,
  fullPowersBody,
  initialBody,
  mandate,
  proposeBody,
  raisePointBody,
  signBody,
} from "./bodies.ts";
import type { addRequirementBody, completeRequirementBody, declareNotRegisteredBody } from "./bodies-of-force.ts";

export type InstrumentKind = z.output<typeof proposeBody>["kind"];

export interface Article {
  readonly number: ArticleNumber;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The side whose wording this is, and the version in which it gave it. */
  readonly by: PartyCode;
  readonly since: number;
}

/** The text in one language. */
export interface LanguageText {
  readonly language: string;
  readonly title: string;
  readonly preamble: readonly string[];
  /** In the order of their numbers. */
  readonly articles: readonly Article[];
  readonly closing: readonly string[];
  /** The side that tabled this version of it. */
  readonly by: PartyCode;
  /** Parts received, of so many. */
  readonly parts: { readonly received: number; readonly of: number };
  /** Of language, title, preamble, articles and closing; undefined while parts are missing. */
  readonly digest?: string | undefined;
}

export interface Version {
  readonly version: number;
  readonly openedBy: PartyCode;
  readonly texts: Readonly<Record<string, LanguageText>>;
  readonly annex?: { readonly value: Annex; readonly digest: string; readonly by: PartyCode } | undefined;
}

/** The frozen text: from here on only errata by both change it. */
export interface AgreedText {
  readonly version: number;
  readonly texts: Readonly<Record<string, LanguageText>>;
  readonly annex: Annex;
  readonly digests: Readonly<Record<string, string>>;
  readonly annexDigest: string;
  /** Of the digests of all languages and of the annex: the one name of what is initialled, printed and signed. */
  readonly digest: string;
}

export interface OpenPoint {
  readonly raised: z.output<typeof raisePointBody>;
  readonly by: PartyCode;
  readonly settled?: string | undefined;
}

export interface Requirement {
  readonly asked: z.output<typeof addRequirementBody>;
  readonly done?: z.output<typeof completeRequirementBody> | undefined;
}

export interface Note {
  readonly note: string;
  readonly date: string;
  /** The date of its receipt, as the other side registered it. */
  readonly received?: string | undefined;
}

/** The signature as both sides registered it. `at` in milliseconds since 1970. */
export type Signature = Omit<z.output<typeof signBody>, "at"> & { readonly at: number };

export interface Denunciation extends Note {
  readonly by: PartyCode;
  /** When it takes effect; undefined until the other side has registered the receipt. Milliseconds since 1970. */
  readonly effect?: number | undefined;
}

export interface AccordData {
  readonly dossier?: DossierId | undefined;
  readonly proposal?: z.output<typeof proposeBody> | undefined;
  readonly mandates: Readonly<Record<PartyCode, z.output<typeof mandate>>>;
  /** The version on the table, and the one before it: what its changes are changes of. */
  readonly draft?: Version | undefined;
  readonly previous?: Version | undefined;
  readonly points: Readonly<Record<string, OpenPoint>>;
  readonly agreed?: AgreedText | undefined;
  readonly errata: readonly z.output<typeof erratumBody>[];
  readonly initialled?: z.output<typeof initialBody> | undefined;
  readonly fullPowers: Readonly<Record<PartyCode, z.output<typeof fullPowersBody>>>;
  readonly originals: Readonly<Record<PartyCode, z.output<typeof confirmOriginalBody>>>;
  readonly ceremony?: z.output<typeof arrangeSignatureBody> | undefined;
  readonly signature?: Signature | undefined;
  readonly folders?: z.output<typeof exchangeFoldersBody> | undefined;
  readonly requirements: Readonly<Record<PartyCode, readonly Requirement[]>>;
  /** Notes of completion, by the side that sent them. */
  readonly notes: Readonly<Record<PartyCode, Note>>;
  readonly provisional?: { readonly articles: readonly ArticleNumber[]; readonly from: number } | undefined;
  /** Computed from the signature and the receipts by the annex's rule; milliseconds since 1970. */
  readonly inForceFrom?: number | undefined;
  readonly registrations: Readonly<Record<string, { readonly received: string; readonly number?: string | undefined }>>;
  readonly notRegistered?: z.output<typeof declareNotRegisteredBody> | undefined;
  /** Since when it is suspended; undefined while it is not. */
  readonly suspendedFrom?: number | undefined;
  readonly renewedYears: number;
  readonly objection?: { readonly by: PartyCode; readonly end: number } | undefined;
  readonly denunciation?: Denunciation | undefined;
  readonly succession?: { readonly by: string; readonly from: number } | undefined;
}

export const blank: AccordData = {
  mandates: {},
  points: {},
  errata: [],
  fullPowers: {},
  originals: {},
  requirements: {},
  notes: {},
  registrations: {},
  renewedYears: 0,
};
