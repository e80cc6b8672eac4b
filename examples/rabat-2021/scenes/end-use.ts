// The end-user certificate of the purchase's two last kitchens, all of it demonstration data: signed and authenticated
// by the buyer's side, verified by the exporter's, drawn down by what is shipped and never beyond.

import { posts } from "../posts.ts";
import type { ActStep, AttemptStep, Reading, Scene } from "../step.ts";

interface Certificate {
  readonly digest?: string;
}

/** The certificate as its node tells it: of the form its procedure gives it. */
function parseCertificate(data: unknown): Certificate {
  return data as Certificate;
}

const named = async (reading: Reading): Promise<{ certificate: string | undefined }> => ({
  certificate: parseCertificate((await reading.dossier("endUse")).data).digest,
});

type Made = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body"> &
  Partial<Pick<ActStep, "by" | "dossier" | "grave">>;

const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "end-use/1",
  articles: ["3"],
  by: posts.procurement[made.side],
  dossier: "endUse",
  ...made,
});

const kitchens = (quantity: number): object[] => [{ line: "kitchens", quantity }];

const { dossier: _, ...draft } = step({
  key: "endUse",
  step: "draft",
  side: "MA",
  at: "2022-06-03T13:00:00Z",
  say: "writes the end-user certificate of the two kitchens still to come (demonstration)",
  body: (reading) => ({
    reference: "EUC-MA-2022-4 (demonstration)",
    case: reading.id("purchase"),
    exporter: { name: "Kitchen works (demonstration)" },
    consignee: { name: "Depot, Casablanca (demonstration)" },
    endUser: { name: "Relief directorate (demonstration)" },
    items: [
      {
        id: "kitchens",
        names: { fr: "Cuisines de campagne", en: "Field kitchens", ar: "مطابخ ميدانية", he: "מטבחי שדה" },
        quantity: 2,
        unit: "each",
      },
    ],
    endUse: "Relief camps and exercises (demonstration)",
    destination: "MA",
    validUntil: "2023-06-03",
    undertakings: ["noRetransfer", "endUseOnly", "deliveryVerification"],
  }),
});

/** What the certificate does not cover is never shipped under it. */
const tooMany: AttemptStep = {
  ...step({
    key: "endUse.tooMany",
    step: "drawDown",
    side: "IL",
    by: posts.projectLicensing.IL,
    at: "2022-06-05T07:30:00Z",
    say: "ships three kitchens under it, and it covers two",
    body: () => ({ shipment: "S-2", items: kitchens(3) }),
  }),
  kind: "attempt",
  refusal: "procedures.quantityBeyond",
  explain: ({ line, most }) => [`at most ${String(most)} of ${String(line)}`],
};

export const endUseScene: Scene = {
  title: "An end-user certificate: signed, authenticated, verified, and drawn down by what is shipped (demonstration)",
  steps: [
    draft,
    step({
      key: "endUse.sign",
      step: "sign",
      side: "MA",
      at: "2022-06-03T14:00:00Z",
      grave: true,
      say: "signs it",
      body: async (reading) => ({
        ...(await named(reading)),
        signatory: "Director of the relief directorate (demonstration)",
      }),
    }),
    step({
      key: "endUse.authenticate",
      step: "authenticate",
      side: "MA",
      by: posts.projectLicensing.MA,
      at: "2022-06-03T15:00:00Z",
      grave: true,
      say: "authenticates it, by another officer",
      body: async (reading) => ({
        ...(await named(reading)),
        authority: "Licensing office (demonstration)",
        reference: "AUTH-2022-9 (demonstration)",
      }),
    }),
    step({
      key: "endUse.verify",
      step: "verify",
      side: "IL",
      by: posts.projectLicensing.IL,
      at: "2022-06-05T07:00:00Z",
      say: "verifies it in its own register, by its digest",
      body: async (reading) => ({ ...(await named(reading)), reference: "VER-2022-5 (demonstration)" }),
    }),
    tooMany,
    step({
      key: "endUse.drawDown",
      step: "drawDown",
      side: "IL",
      by: posts.projectLicensing.IL,
      at: "2022-06-05T08:00:00Z",
      say: "draws it down by the two kitchens that are shipped",
      body: () => ({ shipment: "S-2", items: kitchens(2), licence: "EXP-2022-77 (demonstration)" }),
    }),
    step({
      key: "endUse.arrived",
      step: "verifyDelivery",
      side: "MA",
      at: "2022-06-06T08:30:00Z",
      say: "confirms that both have arrived",
      body: () => ({
        shipment: "S-2",
        items: kitchens(2),
        on: "2022-06-06",
        place: "Depot, Casablanca (demonstration)",
      }),
    }),
  ],
};
