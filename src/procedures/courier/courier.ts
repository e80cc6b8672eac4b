// A courier's certificate: sealed packages carried by hand from one side to the other. The receiving side knows the way
// before it begins, gives a receipt for each package, and the sending side debriefs its courier. After MISWG's
// arrangements for hand carriage.
//
// Not here: what is in a package, which its own dossier says, and the bag of acts between two nodes.

import type { PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse, type z } from "../../base/index.ts";
import { dayEndsAt } from "../calendar.ts";
import { type Procedure, type State, type StateName, type Step, type StepContext, step } from "../declaration.ts";
import {
  acknowledgeBody,
  debriefBody,
  departBody,
  issueBody,
  itineraryBody,
  problemBody,
  reasonBody,
  receiveBody,
  takeBackBody,
} from "./bodies.ts";

type Certificate = z.output<typeof issueBody>;

export interface CourierData {
  readonly certificate: Certificate | undefined;
  /** The digest of the itinerary as it stands. */
  readonly way: string | undefined;
  /** The first instant at which the certificate no longer holds. Milliseconds since 1970. */
  readonly endsAt: number | undefined;
  /** By package, what became of it; a package that is not here is still with the courier. */
  readonly ended: Readonly<Record<string, "received" | "takenBack">>;
  readonly broken: readonly string[];
  readonly problems: readonly (z.output<typeof problemBody> & { readonly by: PartyCode })[];
  readonly debriefed: z.output<typeof debriefBody> | undefined;
}

type Context = StepContext<CourierData>;

/** Packages that are still with the courier. */
export function carried({ certificate, ended }: CourierData): readonly string[] {
  return (certificate?.packages ?? []).map(({ id }) => id).filter((id) => !Object.hasOwn(ended, id));
}

function guardCarried({ data }: Context, packages: readonly string[]): Refusal | undefined {
  const possible = carried(data);
  const wrong = packages.find((id) => !possible.includes(id));
  if (wrong === undefined) return undefined;
  return refuse("procedures.courierPackage", { got: wrong, possible: possible.length > 0 ? possible : "none" });
}

/** The days are in order, and every leg falls within them. */
function guardDays(given: Pick<Certificate, "itinerary" | "validFrom" | "validUntil">): Refusal | undefined {
  const { validFrom: from, validUntil: until, itinerary } = given;
  const days = [from, ...itinerary.map(({ on }) => on), until];
  const wrong = days.find((day, at) => at > 0 && day < (days[at - 1] ?? day));
  return wrong === undefined ? undefined : refuse("procedures.courierDays", { got: wrong, from, until });
}

function guardIssue({ terms, time, side }: Context, body: Certificate): Refusal | undefined {
  const levels = terms.labels.levels.map(({ code }) => code);
  const wrong = body.packages.find(({ level }) => !levels.includes(level));
  if (wrong) return refuse("procedures.channelLevel", { got: wrong.level, levels });
  const refusal = guardDays(body);
  if (refusal) return refusal;
  if (dayEndsAt(terms, { side, day: body.validUntil }) > time) return undefined;
  return refuse("procedures.courierDays", { got: body.validUntil, from: body.validFrom, until: body.validUntil });
}

const withEnded = (data: CourierData, packages: readonly string[], as: "received" | "takenBack"): CourierData => ({
  ...data,
  ended: { ...data.ended, ...Object.fromEntries(packages.map((id) => [id, as] as const)) },
});

const leads = (data: CourierData): StateName => {
  if (carried(data).length > 0) return "same";
  return Object.values(data.ended).includes("received") ? "delivered" : "returned";
};

const issue = step<CourierData, typeof issueBody>({
  from: "opening",
  to: "issued",
  by: "sender",
  grave: true,
  body: issueBody,
  guard: (context, body) => guardIssue(context, body),
  effect: (context, body) => ({
    ...context.data,
    certificate: body,
    way: context.digest(body.itinerary),
    endsAt: dayEndsAt(context.terms, { side: context.side, day: body.validUntil }),
  }),
});

const acknowledge = step<CourierData, typeof acknowledgeBody>({
  from: ["issued"],
  to: "acknowledged",
  by: "receiver",
  body: acknowledgeBody,
  guard({ data }, { way }) {
    const expected = data.way ?? "none";
    return way === expected ? undefined : refuse("procedures.courierWay", { got: way, expected });
  },
});

/** Another way is acknowledged anew. */
const changeItinerary = step<CourierData, typeof itineraryBody>({
  from: ["issued", "acknowledged"],
  to: "issued",
  by: "sender",
  expected: false,
  body: itineraryBody,
  prevailsOver: ["acknowledge"],
  guard: ({ data }, { itinerary }) => (data.certificate ? guardDays({ ...data.certificate, itinerary }) : undefined),
  effect: ({ data, digest }, { itinerary }) => ({
    ...data,
    way: digest(itinerary),
    certificate: data.certificate && { ...data.certificate, itinerary },
  }),
});

const depart = step<CourierData, typeof departBody>({
  from: ["acknowledged"],
  to: "underway",
  by: "sender",
  body: departBody,
});

/** The receipt: what arrived goes before what was thought to have come back. */
const receive = step<CourierData, typeof receiveBody>({
  from: ["underway"],
  to: ["same", "delivered"],
  by: "receiver",
  grave: true,
  body: receiveBody,
  prevailsOver: ["takeBack"],
  guard: (context, { packages }) => guardCarried(context, packages),
  effect: ({ data }, { packages, seals }) => ({
    ...withEnded(data, packages, "received"),
    broken: seals === "broken" ? [...data.broken, ...packages].sort() : data.broken,
  }),
  leads,
});

const takeBack = step<CourierData, typeof takeBackBody>({
  from: ["underway"],
  to: ["same", "returned", "delivered"],
  by: "sender",
  expected: false,
  body: takeBackBody,
  guard: (context, { packages }) => guardCarried(context, packages),
  effect: ({ data }, { packages }) => withEnded(data, packages, "takenBack"),
  leads,
});

const reportProblem = step<CourierData, typeof problemBody>({
  from: ["underway"],
  to: "same",
  by: "either",
  expected: false,
  body: problemBody,
  guard: (context, { packages }) => guardCarried(context, packages),
  effect: ({ data, side }, body) => ({ ...data, problems: [...data.problems, { ...body, by: side }] }),
});

const debrief = step<CourierData, typeof debriefBody>({
  from: ["delivered", "returned"],
  to: "closed",
  by: "sender",
  body: debriefBody,
  effect: ({ data }, body) => ({ ...data, debriefed: body }),
});

const cancel = step<CourierData, typeof reasonBody>({
  from: ["issued", "acknowledged"],
  to: "cancelled",
  by: "sender",
  expected: false,
  body: reasonBody,
  prevailsOver: ["acknowledge"],
});

const steps: Readonly<Record<string, Step<CourierData>>> = {
  issue,
  acknowledge,
  changeItinerary,
  depart,
  receive,
  takeBack,
  reportProblem,
  debrief,
  cancel,
};

const lapse = { to: "expired", at: ({ endsAt }: CourierData) => endsAt } as const;

// Usual amounts are general practice, not law: the annex sets others under `courier.<name>`.
const states: Readonly<Record<StateName, State<CourierData>>> = {
  issued: { deadlines: [{ name: "acknowledgement", owner: "receiver", usual: { workingDays: 2 } }], lapse },
  acknowledged: { lapse },
  underway: {
    deadlines: [{ name: "receipt", owner: "receiver", usual: { hours: 0 }, before: ({ endsAt }) => endsAt }],
  },
  delivered: { deadlines: [{ name: "debriefing", owner: "sender", usual: { workingDays: 5 } }] },
  returned: { deadlines: [{ name: "debriefing", owner: "sender", usual: { workingDays: 5 } }] },
  closed: { final: true },
  cancelled: { final: true },
  expired: { final: true },
};

export const courierProcedure: Procedure<CourierData> = {
  name: "courier",
  version: 1,
  rests: "security",
  roles: ["sender", "receiver"],
  states,
  steps,
  blank: () => ({
    certificate: undefined,
    way: undefined,
    endsAt: undefined,
    ended: {},
    broken: [],
    problems: [],
    debriefed: undefined,
  }),
  title: ({ certificate }) => certificate?.reference ?? "",
};
