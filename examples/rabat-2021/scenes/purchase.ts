// A purchase under article 3, all of it demonstration data: field kitchens and tents, asked for, offered, accepted,
// announced before they leave, received line by line, one tent damaged. No purchase of this kind was reported.

import { posts } from "../posts.ts";
import type { ActStep, AttemptStep, Reading, Scene } from "../step.ts";

const texts = (fr: string, en: string, ar: string, he: string): object => ({ fr, en, ar, he });
const kitchens = {
  id: "kitchens",
  names: texts("Cuisines de campagne", "Field kitchens", "مطابخ ميدانية", "מטבחי שדה"),
  cpv: "39314000-6",
  quantity: 6,
  unit: "each",
};
const tents = {
  id: "tents",
  names: texts("Tentes", "Tents", "خيام", "אוהלים"),
  cpv: "39522530-1",
  quantity: 40,
  unit: "each",
};
const lines = [kitchens, tents];

interface Case {
  readonly offer?: { readonly digest: string };
}

/** The case as its node tells it: of the form its procedure gives it. */
function parseCase(data: unknown): Case {
  return data as Case;
}

type Told = Pick<ActStep, "key" | "step" | "side" | "at" | "say" | "body">;
type Made = Told & Partial<Pick<ActStep, "dossier" | "grave" | "releasedBy">>;

/** A step under article 3, by the procurement officer. */
const step = (made: Made): ActStep => ({
  kind: "act",
  procedure: "procurement/1",
  articles: ["3"],
  by: posts.procurement[made.side],
  dossier: "purchase",
  ...made,
});

const { dossier: _, ...requirement } = step({
  key: "purchase",
  step: "state",
  side: "MA",
  at: "2022-05-02T09:00:00Z",
  say: "states a requirement for relief camps: field kitchens and tents (demonstration)",
  body: () => ({
    kind: "government",
    titles: texts(
      "Cuisines et tentes pour camps de secours (démonstration)",
      "Kitchens and tents for relief camps (demonstration)",
      "مطابخ وخيام لمخيمات الإغاثة (لغرض العرض)",
      "מטבחים ואוהלים למחנות סיוע (להדגמה)",
    ),
    reference: "ACQ-2022-11 (demonstration)",
    lines,
    gates: [],
  }),
});

const asked: readonly ActStep[] = [
  requirement,
  step({
    key: "purchase.request",
    step: "submitRequest",
    side: "MA",
    at: "2022-05-03T09:00:00Z",
    say: "requests an offer",
    body: () => ({ reference: "LOR-MA-2022-3", lines, wants: "offer", deliverTo: "Depot, Casablanca (demonstration)" }),
  }),
  step({
    key: "purchase.acknowledge",
    step: "acknowledge",
    side: "IL",
    at: "2022-05-09T09:00:00Z",
    say: "acknowledges the request under a number for both",
    body: () => ({ reference: "IN-2022-41 (demonstration)", case: "MA-D-001" }),
  }),
];

const ordered: readonly ActStep[] = [
  step({
    key: "purchase.offer",
    step: "offer",
    side: "IL",
    at: "2022-05-23T09:00:00Z",
    grave: true,
    releasedBy: posts.procurementHead.IL,
    say: "offers both lines, to be accepted within 85 days",
    body: () => ({
      reference: "OF-2022-7 (demonstration)",
      currency: "EUR",
      lines: [
        { ...kitchens, unitPrice: "18500.00", due: "2022-09-30" },
        { ...tents, unitPrice: "1240.50", due: "2022-09-30" },
      ],
      deposit: "0",
    }),
  }),
  step({
    key: "purchase.accept",
    step: "accept",
    side: "MA",
    at: "2022-06-01T09:00:00Z",
    grave: true,
    releasedBy: posts.procurementHead.MA,
    say: "accepts the offer by its digest",
    body: async (reading: Reading) => ({
      offer: parseCase((await reading.dossier("purchase")).data).offer?.digest,
      signatory: "Head of procurement (demonstration)",
    }),
  }),
  step({
    key: "purchase.implement",
    step: "implement",
    side: "IL",
    at: "2022-06-02T09:00:00Z",
    say: "begins to carry it out",
    body: () => ({}),
  }),
];

const items = (kitchens: number, tents: number): object => [
  { line: "kitchens", quantity: kitchens },
  { line: "tents", quantity: tents },
];

/** More than was ordered is never on its way. */
const tooMuch: AttemptStep = {
  ...step({
    key: "purchase.tooMuch",
    step: "preAdvise",
    side: "IL",
    at: "2022-06-02T10:00:00Z",
    say: "announces seven kitchens, and six were ordered",
    body: () => ({ consignment: "C-1", items: items(7, 40), expected: "2022-06-20", place: "Casablanca" }),
  }),
  kind: "attempt",
  refusal: "procedures.quantityBeyond",
  explain: ({ line, most }) => [`at most ${String(most)} of ${String(line)}`],
};

const delivered: readonly ActStep[] = [
  step({
    key: "purchase.advise",
    step: "preAdvise",
    side: "IL",
    at: "2022-06-02T10:30:00Z",
    say: "announces the first delivery: four kitchens and forty tents",
    body: () => ({
      consignment: "C-1",
      items: items(4, 40),
      expected: "2022-06-03",
      place: "Depot, Casablanca (demonstration)",
      packages: 12,
    }),
  }),
  step({
    key: "purchase.ready",
    step: "confirmReady",
    side: "MA",
    at: "2022-06-02T11:00:00Z",
    say: "confirms that the depot can receive it",
    body: () => ({ consignment: "C-1", office: "Depot, Casablanca (demonstration)" }),
  }),
  step({
    key: "purchase.dispatch",
    step: "dispatch",
    side: "IL",
    at: "2022-06-02T13:00:00Z",
    say: "dispatches it",
    body: () => ({ consignment: "C-1", on: "2022-06-02", waybill: "WB-7731 (demonstration)" }),
  }),
  step({
    key: "purchase.receive",
    step: "receive",
    side: "MA",
    at: "2022-06-03T09:00:00Z",
    say: "confirms the receipt, line by line",
    body: () => ({ consignment: "C-1", on: "2022-06-03", items: items(4, 40) }),
  }),
  step({
    key: "purchase.damaged",
    step: "reportDiscrepancy",
    side: "MA",
    at: "2022-06-03T10:00:00Z",
    say: "reports one tent as damaged",
    body: () => ({ discrepancy: "D-1", consignment: "C-1", line: "tents", kind: "damage", quantity: 1 }),
  }),
  step({
    key: "purchase.invoice",
    step: "invoice",
    side: "IL",
    at: "2022-06-03T12:00:00Z",
    say: "invoices what was delivered",
    body: () => ({ invoice: "I-1", sum: { amount: "123620.00", currency: "EUR" }, consignment: "C-1" }),
  }),
];

export const purchase: Scene = {
  title: "A purchase: field kitchens and tents, announced before they leave and received line by line (demonstration)",
  steps: [...asked, ...ordered, tooMuch, ...delivered],
};
