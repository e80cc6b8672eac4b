// From the agreed text to the exchange of folders: initialling, errata, full powers, the two originals, the ceremony,
// and the signature of both originals in the order of the alternat.

import { epochMs, levelOf, type PartyCode } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse, type z } from "../../base/index.ts";
import { endOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import { alternat } from "./alternat.ts";
import {
  arrangeSignatureBody,
  confirmOriginalBody,
  erratumBody,
  exchangeFoldersBody,
  fullPowersBody,
  initialBody,
  signBody,
} from "./bodies.ts";
import type { AccordData } from "./data.ts";
import { refuseErratum, withErratum } from "./erratum.ts";
import { agreedOf, withEntry } from "./force.ts";
import {
  type Context,
  firstOf,
  refuseAhead,
  refuseOneSided,
  refuseOtherText,
  refuseUnknownArticle,
  withSide,
} from "./guards.ts";

/** Two full powers, two originals and a ceremony: what the signature waits for. */
function readyOrSame(data: AccordData): string {
  const ready =
    Object.keys(data.fullPowers).length === 2 &&
    Object.keys(data.originals).length === 2 &&
    data.ceremony !== undefined;
  return ready ? "readyToSign" : "same";
}

function refuseInitials(context: Context, body: z.output<typeof initialBody>): Refusal | undefined {
  const missing = textArticles(context.data).filter((number) => !body.articles.some((one) => one === number));
  return firstOf(
    refuseOtherText(context, body.text),
    refuseUnknownArticle(context, body.articles),
    missing.length > 0 ? refuse("procedures.notEveryArticle", { missing }) : undefined,
    refuseOneSided(context, { what: "heads", by: body.heads }),
    refuseAhead(context, { what: "initialling", date: body.date }),
  );
}

/** The articles of the text: of an amendment, those it changes. */
function textArticles(data: AccordData): string[] {
  const [text] = Object.values(agreedOf(data).texts);
  return (text?.articles ?? []).map((article) => article.number);
}

function refuseOriginal(context: Context, body: z.output<typeof confirmOriginalBody>): Refusal | undefined {
  const { annex } = agreedOf(context.data);
  const sorted = (list: readonly string[]): string => [...list].sort().join(" ");
  return firstOf(
    refuseOtherText(context, body.text),
    body.parties[0] === context.side && body.parties[1] === context.other
      ? undefined
      : refuse("procedures.notAlternat", { original: context.side, expected: [context.side, context.other] }),
    sorted(body.languages) === sorted(annex.languages)
      ? undefined
      : refuse("procedures.otherLanguages", { got: body.languages, expected: annex.languages }),
  );
}

function refuseMarking(context: Context, marking: string): Refusal | undefined {
  const policy = context.terms.labels;
  const level = levelOf(policy, { policy: policy.policy, classification: marking });
  return isRefusal(level) ? level : undefined;
}

function refuseSignature(context: Context, body: z.output<typeof signBody>): Refusal | undefined {
  const at = epochMs(body.at);
  return firstOf(
    refuseOtherText(context, body.text),
    refuseOneSided(context, { what: "signatories", by: body.signatories }),
    refuseOrder(context, body),
    ...context.terms.parties.map((party) => refusePowers(context, { party, body, at })),
    refuseLater(context, { what: "signature", at }),
  );
}

function refuseOrder(context: Context, body: z.output<typeof signBody>): Refusal | undefined {
  const wrong = alternat(context.terms.parties).find((original) => {
    const given = body.originals.find((one) => one.keptBy === original.keptBy);
    return given?.signed[0] !== original.signed[0] || given?.signed[1] !== original.signed[1];
  });
  return wrong && refuse("procedures.notAlternat", { original: wrong.keptBy, expected: wrong.signed });
}

/** The signatory is the one whose full powers the side has issued, and they have not run out. */
function refusePowers(
  context: Context,
  input: { party: PartyCode; body: z.output<typeof signBody>; at: number },
): Refusal | undefined {
  const { party, body, at } = input;
  const powers = context.data.fullPowers[party];
  const got = body.signatories[party]?.function ?? "nobody";
  if (powers?.signatory.function !== got)
    return refuse("procedures.notEmpowered", { side: party, got, expected: powers?.signatory.function ?? "nobody" });
  if (powers.until === undefined) return undefined;
  const end = endOfDay(body.zone, powers.until);
  return at < end ? undefined : refuse("procedures.fullPowersEnded", { side: party, until: powers.until });
}

function refuseLater(context: Context, given: { what: string; at: number }): Refusal | undefined {
  if (given.at <= context.time) return undefined;
  const text = (ms: number): string => new Date(ms).toISOString();
  return refuse("procedures.notYet", { what: given.what, date: text(given.at), today: text(context.time) });
}

/** The signature counts from its own instant; articles the annex names apply provisionally from there. */
function withSignature({ data }: Context, body: z.output<typeof signBody>): AccordData {
  const at = epochMs(body.at);
  const articles = agreedOf(data).annex.entryIntoForce.provisional ?? [];
  return withEntry({
    ...data,
    signature: { ...body, at },
    provisional: articles.length > 0 ? { articles, from: at } : undefined,
  });
}

const erratum = { by: "both", expected: false, body: erratumBody, guard: refuseErratum, effect: withErratum } as const;

export const signatureSteps = {
  initial: step({
    from: ["textAgreed"],
    to: "initialled",
    by: "both",
    grave: true,
    body: initialBody,
    guard: refuseInitials,
    effect: ({ data }, body) => ({ ...data, initialled: body }),
  }),
  /** A slip found after the initialling. Originals printed before it show the slip: they are made again. */
  correctText: step({ ...erratum, from: ["initialled", "readyToSign"], to: "initialled" }),
  /** A slip found after the signature, corrected by both (VCLT art. 79). */
  correctSigned: step({
    ...erratum,
    from: ["signed", "awaitingProcedures", "proceduresCompleted", "inForce"],
    to: "same",
  }),
  issueFullPowers: step({
    from: ["initialled", "readyToSign"],
    to: ["readyToSign", "same"],
    by: "either",
    grave: true,
    body: fullPowersBody,
    guard: (context, body) =>
      body.date === undefined ? undefined : refuseAhead(context, { what: "full powers", date: body.date }),
    effect: ({ data, side }, body) => ({ ...data, fullPowers: withSide(data.fullPowers, { side, value: body }) }),
    leads: readyOrSame,
    waits: (data, side) => data.fullPowers[side] === undefined,
  }),
  confirmOriginal: step({
    from: ["initialled", "readyToSign"],
    to: ["readyToSign", "same"],
    by: "either",
    body: confirmOriginalBody,
    guard: refuseOriginal,
    effect: ({ data, side }, body) => ({ ...data, originals: withSide(data.originals, { side, value: body }) }),
    leads: readyOrSame,
    waits: (data, side) => data.originals[side] === undefined,
  }),
  arrangeSignature: step({
    from: ["initialled", "readyToSign"],
    to: ["readyToSign", "same"],
    by: "both",
    body: arrangeSignatureBody,
    guard: (context, body) => refuseMarking(context, body.marking),
    effect: ({ data }, body) => ({ ...data, ceremony: body }),
    leads: readyOrSame,
    waits: (data) => data.ceremony === undefined,
  }),
  sign: step({
    from: ["readyToSign"],
    to: "signed",
    by: "both",
    grave: true,
    body: signBody,
    guard: refuseSignature,
    effect: withSignature,
    prevailsOver: ["correctText", "issueFullPowers", "confirmOriginal", "arrangeSignature"],
  }),
  exchangeFolders: step({
    from: ["signed"],
    to: ["awaitingProcedures", "inForce"],
    by: "both",
    body: exchangeFoldersBody,
    guard: (context, body) => refuseLater(context, { what: "exchange of folders", at: epochMs(body.at) }),
    effect: ({ data }, body) => ({ ...data, folders: body }),
    leads: (data) => (data.inForceFrom === undefined ? "awaitingProcedures" : "inForce"),
  }),
} satisfies Readonly<Record<string, Step<AccordData>>>;
