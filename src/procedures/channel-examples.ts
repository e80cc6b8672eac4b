// What the examples of the procedures that go by a channel share: a channel of the terms, and sealed documents that
// nobody has sealed.

import type { JsonObject } from "../acts/index.ts";
import type { StepContext } from "./declaration.ts";
import type { DossierDocument, OnChannel } from "./dossier-documents.ts";

export type ExampleContext<Data> = Pick<
  StepContext<Data>,
  "data" | "side" | "other" | "roles" | "terms" | "time" | "digest"
>;
export type ExampleBodies<Data> = Readonly<Record<string, (context: ExampleContext<Data>) => JsonObject>>;

/** The first channel that stands open. */
export function exampleChannelId({ terms }: Pick<StepContext<unknown>, "terms">): string {
  const open = [...terms.channels.values()].find((one) => one.state === "open");
  return open?.dossier ?? "01890000-0000-7000-8000-000000000055";
}

/** A reference to a document that differs from every other of the dossier by its name. */
export function exampleDocument<Data extends OnChannel>(
  { terms, digest, data, side }: ExampleContext<Data>,
  name: string,
): JsonObject {
  return {
    entente: "sealed/1",
    digest: digest({ document: name, side, number: data.documents.length }),
    size: 21_000,
    mediaType: "text/plain",
    label: {
      policy: terms.labels.policy,
      classification: terms.labels.levels[0]?.code ?? "open",
      releasableTo: [...terms.parties].sort(),
      caveats: ["orcon"],
    },
  };
}

type Fits = (one: DossierDocument) => boolean;

/** The first document that fits, else the first of all. */
function named<Data extends OnChannel>({ data, digest }: ExampleContext<Data>, fits: Fits): readonly string[] {
  const found = data.documents.find(fits) ?? data.documents[0];
  return [found?.digest ?? digest("no document")];
}

const seconds = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

/** For the steps of originator-control.ts. */
export const controlExamples = {
  opened: (context: ExampleContext<OnChannel>): JsonObject => ({
    documents: named(
      context,
      (one) => one.by === context.other && one.openedAt === undefined && one.destroyedAt === undefined,
    ),
  }),
  lower: (context: ExampleContext<OnChannel>): JsonObject => {
    const fits: Fits = (one) =>
      one.by === context.side && one.destroyedAt === undefined && one.label.caveats !== undefined;
    const documents = named(context, fits);
    const { policy, classification, releasableTo } = context.data.documents.find((one) =>
      documents.includes(one.digest),
    )?.label ?? {
      policy: context.terms.labels.policy,
      classification: context.terms.labels.levels[0]?.code ?? "open",
      releasableTo: [...context.terms.parties].sort(),
    };
    return {
      documents,
      label: { policy, classification, releasableTo: [...releasableTo] },
      reason: "The matter is public.",
    };
  },
  recall: (context: ExampleContext<OnChannel>): JsonObject => ({
    documents: named(context, (one) => one.by === context.side && one.recalledAt === undefined),
    reason: "It names the wrong exercise.",
  }),
  attestDestruction: (context: ExampleContext<OnChannel>): JsonObject => ({
    documents: named(
      context,
      (one) => one.by === context.other && one.recalledAt !== undefined && one.destroyedAt === undefined,
    ),
    statement: "The file and both printed copies were destroyed.",
    destroyedAt: seconds(context.time),
  }),
  refuseDestruction: (context: ExampleContext<OnChannel>): JsonObject => ({
    documents: named(
      context,
      (one) =>
        one.by === context.other &&
        one.recalledAt !== undefined &&
        one.refusedAt === undefined &&
        one.destroyedAt === undefined,
    ),
    reasons: [{ code: "legalHold", note: "An inquiry is under way." }],
  }),
} as const;
