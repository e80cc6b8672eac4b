// The grammar of an act: a signed statement of one side's service, under articles of the accord, in one dossier. Its
// payload is canonical JSON (RFC 8785); its envelope a JWS in general JSON serialisation (RFC 7515); the envelope's
// bytes are the leaf. What a step may say in `body` is its procedure's to judge, not this file's.

import { flawOf, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import { canonical, type Envelope, type JsonValue, parseCanonical, parseEnvelope } from "../seal/index.ts";
import { unfitOf } from "./fitness.ts";
import { type Label, labelSchema } from "./label.ts";
import {
  type AccordId,
  type ActId,
  type ArticleNumber,
  type DossierId,
  type FunctionCode,
  type InstantText,
  isAccordId,
  isActId,
  isArticleNumber,
  isFunctionCode,
  isInstantText,
  isPartyCode,
  isProcedureId,
  isServiceCode,
  isZoneName,
  type PartyCode,
  type ProcedureId,
  type ServiceCode,
  type ZoneName,
} from "./names.ts";
import { hasActShape } from "./shape.ts";

/** A leaf is at most what an entry bundle can carry (C2SP tlog-tiles: a 16-bit length). */
export const leafBytesMax = 65_535;
/** The payload that still fits in such a leaf as base64url with four signatures. */
export const payloadBytesMax = 48_000;
/** Levels of arrays and objects of a whole act, the act itself being the first. */
export const actDepthMax = 16;

export type JsonObject = { readonly [name: string]: JsonValue };

const name = z.string().max(64);

const authored = {
  /** Chosen by the author before the first attempt. */
  id: name.refine(isActId, "a lowercase UUIDv7"),
  service: name.refine(isServiceCode, "a service code"),
  function: name.refine(isFunctionCode, "a function code"),
  dossier: name.refine(isActId, "the UUIDv7 of the act that opened the dossier"),
  procedure: name.refine(isProcedureId, "a procedure and its version, such as visit/1"),
  step: z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/, "a step's name"),
  /** The articles the act rests on; empty only where the procedure rests on the founding. */
  articles: z
    .array(name.refine(isArticleNumber, "an article's number"))
    .max(16)
    .refine((list) => new Set(list).size === list.length, "each article once"),
  label: labelSchema,
  // Any JSON: what may stand in it is for `unfitOf` to say first, and for the step to judge.
  body: z.record(z.string().max(64), z.unknown()),
} as const;

/** The grammar of an act, as `hasActShape` answers it without words. */
export const actSchema = z.strictObject({
  ...authored,
  accord: name.refine(isAccordId, "an accord's id"),
  party: name.refine(isPartyCode, "a party's code"),
  /** The size of the other side's register that the author had verified. */
  seen: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** By the author's clock; the mirror's cosignature bounds it. */
  at: z.strictObject({
    instant: name.refine(isInstantText, "an instant in UTC to the second, years 2000 to 2199"),
    zone: name.refine(isZoneName, "an IANA time zone by name"),
  }),
});

/** What the author chooses of an act; the node adds the accord, the party, what it has seen, and the time. */
export const draftSchema = z.strictObject(authored);

// Types and not interfaces, so that an act is a JSON value by its type too.
export type Draft = {
  readonly id: ActId;
  readonly service: ServiceCode;
  readonly function: FunctionCode;
  readonly dossier: DossierId;
  readonly procedure: ProcedureId;
  readonly step: string;
  readonly articles: readonly ArticleNumber[];
  readonly label: Label;
  readonly body: JsonObject;
};

export type Act = Draft & {
  readonly accord: AccordId;
  readonly party: PartyCode;
  readonly seen: number;
  readonly at: { readonly instant: InstantText; readonly zone: ZoneName };
};

/** The canonical payload of an act, ready to be signed; refused when it would not fit in a leaf. */
export function encodeAct(act: Act): Uint8Array | Refusal {
  const payload = utf8(canonical(act));
  if (payload.length > payloadBytesMax)
    return refuse("acts.oversize", { bytes: payload.length, limit: payloadBytesMax });
  return payload;
}

/** Parses a payload to the last byte. Untrusted: it may come from the other side. */
export function parseAct(payload: Uint8Array): Act | Refusal {
  const json = parseCanonical(payload, { maxBytes: payloadBytesMax, maxDepth: actDepthMax });
  if (isRefusal(json)) return json;
  const unfit = unfitOf(json.value, actDepthMax);
  if (unfit) return refuse("acts.badAct", { path: unfit.path, problem: unfit.problem });
  if (hasActShape(json.value)) return json.value as Act;
  const parsed = actSchema.safeParse(json.value);
  return parsed.success ? (parsed.data as Act) : refuse("acts.badAct", flawOf(parsed.error));
}

/** Parses what an author hands in; the same grammar, without what the node adds. */
export function parseDraft(value: unknown): Draft | Refusal {
  // Before the schema, which would follow a hostile depth until the stack ends.
  const unfit = unfitOf(value, actDepthMax);
  if (unfit) return refuse("acts.badDraft", { path: unfit.path, problem: unfit.problem });
  const parsed = draftSchema.safeParse(value);
  return parsed.success ? (parsed.data as Draft) : refuse("acts.badDraft", flawOf(parsed.error));
}

/** The author's part of an act, for telling a repeated attempt from another act under the same id. */
export function draftOf(act: Act): Draft {
  const { accord: _accord, party: _party, seen: _seen, at: _at, ...draft } = act;
  return draft;
}

/** Whether two drafts are the same to the byte of their canonical form. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return canonical(a) === canonical(b);
}

/**
 * A leaf read to the last byte. Its signatures are not yet verified: which keys count is the register's history to say.
 */
export interface Leaf {
  readonly act: Act;
  readonly envelope: Envelope;
}

export function parseLeaf(bytes: Uint8Array): Leaf | Refusal {
  if (bytes.length > leafBytesMax) return refuse("acts.oversize", { bytes: bytes.length, limit: leafBytesMax });
  const envelope = parseEnvelope(bytes);
  if (isRefusal(envelope)) return envelope;
  const act = parseAct(envelope.payload);
  return isRefusal(act) ? act : { act, envelope };
}
