// The signature of 24 November in Rabat: full powers, two originals by the alternat, the ceremony, both signatures and
// the exchange of folders. The day, the place and the signatories are reported; the hour is demonstration data.

import { facts, type Party, signatoryOf } from "../data.ts";
import { posts } from "../posts.ts";
import { agreedText } from "../readings.ts";
import { type ActStep, both, type Scene, type Step } from "../step.ts";
import { documentDigest, ordered, twoOriginals } from "./instrument.ts";
import { signatories, signatory } from "./signatories.ts";

const instrument = { procedure: "accord/1", dossier: "accord" } as const;
const { signedOn, signedAt } = facts.accord;
const place = { fr: signedAt.place, en: signedAt.place };
const occasion = { place, at: `${signedOn}T10:00:00Z`, zone: signedAt.zone };

const powers = (side: Party, at: string): ActStep => ({
  kind: "act",
  key: `accord.powers.${side}`,
  ...instrument,
  step: "issueFullPowers",
  grave: true,
  side,
  by: posts.treatyOfficer[side],
  at,
  say: `issues full powers to ${signatoryOf(side).name}`,
  body: () => ({
    basis: "fullPowers",
    signatory: signatory(side),
    reference: `FP-${side}-2021 (demonstration)`,
    issuedBy: "Government (demonstration)",
    date: "2021-11-22",
  }),
});

const original = (side: Party, at: string): ActStep => ({
  kind: "act",
  key: `accord.original.${side}`,
  ...instrument,
  step: "confirmOriginal",
  side,
  by: posts.treatyOfficer[side],
  at,
  say: `confirms its original: it names ${side} first, then ${ordered(side).parties[1]}`,
  body: async (reading) => ({
    text: (await agreedText(reading, "accord")).digest,
    document: documentDigest(`accord, original of ${side}`),
    ...ordered(side),
  }),
});

const arrange = both(
  {
    key: "accord.arrange",
    ...instrument,
    step: "arrangeSignature",
    by: posts.treatyOfficer,
    say: "arranges the signature in Rabat (hour: demonstration)",
    body: () => ({ ...occasion, marking: "restricted" }),
  },
  [
    ["MA", "2021-11-23T10:00:00Z"],
    ["IL", "2021-11-23T11:00:00Z"],
  ],
);

const sign = (side: Party, at: string): ActStep => ({
  kind: "act",
  key: `accord.sign.${side}`,
  ...instrument,
  step: "sign",
  grave: true,
  side,
  by: posts.plenipotentiary[side],
  at,
  say: `signs both originals by the hand of ${signatoryOf(side).name}, its own first`,
  body: async (reading) => ({
    text: (await agreedText(reading, "accord")).digest,
    ...occasion,
    signatories: signatories("plenipotentiary"),
    originals: twoOriginals,
  }),
});

const folders = both(
  {
    key: "accord.folders",
    ...instrument,
    step: "exchangeFolders",
    by: posts.plenipotentiary,
    say: "exchanges the signature folders",
    body: () => ({ ...occasion, at: `${signedOn}T10:05:00Z` }),
  },
  [
    ["MA", `${signedOn}T10:05:00Z`],
    ["IL", `${signedOn}T10:06:00Z`],
  ],
);

const standing: Step = {
  kind: "tell",
  async lines(readings) {
    const { state } = await readings.IL.dossier("accord");
    return [`Signed is not in force: the accord stands at "${state}" until both notes are received.`];
  },
};

export const signature: Scene = {
  title: "Rabat, 24 November 2021: the signature on two originals",
  steps: [
    powers("MA", "2021-11-22T11:00:00Z"),
    powers("IL", "2021-11-22T11:10:00Z"),
    original("MA", "2021-11-23T09:00:00Z"),
    original("IL", "2021-11-23T09:10:00Z"),
    ...arrange,
    sign("MA", `${signedOn}T10:00:00Z`),
    sign("IL", `${signedOn}T10:01:00Z`),
    ...folders,
    standing,
  ],
};
