// The handler of a programme's earlier versions. A dossier keeps the content of the latest one and the digests of all;
// an earlier one is in the acts that tabled and changed it. It is made again from them and told only when its digest is
// the one both sides have.

import { parseLeaf } from "../../acts/index.ts";
import { type Handlers, isoInstant, type RouteInput, type RouteOutput } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import {
  applyChanges,
  changeSchema,
  type Engagement,
  engagementSchema,
  type ProgrammeData,
  programmeDigest,
  programmeProcedure,
} from "../../procedures/index.ts";
import type { ActRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { digestOf } from "../side/digest.ts";
import { follows, type Viewed } from "../side/viewed.ts";
import { accordOf, type HandlerContext, localOf, mayRead } from "./context.ts";

type VersionOf = ProgrammeData["versions"][number];

export function programmeVersionHandlers(context: HandlerContext): Pick<Handlers<Officer>, "programmeVersion"> {
  return {
    async programmeVersion({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const { dossier } = params;
      const viewed = await accord.side.view(dossier);
      if (!viewed || !follows(viewed, programmeProcedure))
        return refuse("api.unknown", { what: "programme", got: dossier });
      const procedure = programmeProcedure.name;
      const refused = mayRead(context, { officer, accord, procedure, dossier, level: viewed.level });
      return refused ?? (await tell(accord, { viewed, params }));
    },
  };
}

async function tell(
  accord: RunningAccord,
  input: { viewed: Viewed<ProgrammeData>; params: RouteInput<"programmeVersion">["params"] },
): Promise<RouteOutput<"programmeVersion"> | Refusal> {
  const { viewed, params } = input;
  const { versions } = viewed.view.dossier.data;
  const found = replayed(versions, await makings(accord, params.dossier), params.number);
  const version = versions[params.number - 1];
  if (!found || !version) return refuse("api.unknown", { what: "version", got: String(params.number) });
  return {
    number: version.number,
    digest: version.digest,
    at: isoInstant(version.at),
    local: localOf(viewed.terms, version.at),
    step: version.step,
    act: found.act.id,
    party: found.act.party,
    engagements: found.engagements.map((one) => ({ ...one })),
  };
}

/** An act that may have made a version. */
interface Making {
  readonly row: ActRow;
  readonly step: string;
  readonly body: unknown;
}

async function makings(accord: RunningAccord, dossier: ActRow["dossier"]): Promise<Making[]> {
  const { side } = accord;
  const stored = await side.store.actsOfDossier(side.row.accord, dossier);
  return stored.flatMap(({ row, leaf }) => {
    const read = row.outcome.kind === "effective" ? parseLeaf(leaf) : undefined;
    return read === undefined || isRefusal(read) ? [] : [{ row, step: row.step, body: read.act.body }];
  });
}

interface Made {
  readonly act: ActRow;
  readonly engagements: readonly Engagement[];
}

/** From the first version on, each made of the one before by the act whose outcome has its digest. */
function replayed(versions: readonly VersionOf[], acts: readonly Making[], upTo: number): Made | undefined {
  let before: Made | undefined;
  for (const version of versions.slice(0, upTo)) {
    const next = madeBy(version, { acts, before: before?.engagements ?? [] });
    if (!next) return undefined;
    before = next;
  }
  return before;
}

/** Steps whose effect on the lines stands in another act: what the visitor accepts, the host has proposed. */
const proposedBy: Readonly<Record<string, string>> = { acceptChange: "changeFrozen" };

function madeBy(
  version: VersionOf,
  from: { acts: readonly Making[]; before: readonly Engagement[] },
): Made | undefined {
  const step = proposedBy[version.step] ?? version.step;
  for (const act of from.acts) {
    if (act.step !== step) continue;
    const engagements = linesAfter(act.body, from.before);
    if (engagements && programmeDigest({ digest: digestOf }, engagements) === version.digest)
      return { act: signer(version, { act, acts: from.acts }), engagements };
  }
  return undefined;
}

/** Whose act the version is: of a change to what was frozen, the acceptance that names its digest. */
function signer(version: VersionOf, { act, acts }: { act: Making; acts: readonly Making[] }): ActRow {
  if (act.step === version.step) return act.row;
  const accepted = acts.find(
    ({ step, body }) => step === version.step && named.safeParse(body).data?.version === version.digest,
  );
  return (accepted ?? act).row;
}

const named = z.looseObject({ version: z.string() });
const tabled = z.looseObject({ engagements: z.array(engagementSchema) });
const changed = z.looseObject({ changes: z.array(changeSchema) });
/** A move of the day is a change of one line, written shorter. */
const moved = z
  .looseObject({ engagement: z.string(), ...engagementSchema.pick({ minutes: true, venue: true }).shape })
  .extend({ start: engagementSchema.shape.start.optional(), confirmed: z.boolean().optional() })
  .transform(({ engagement, start, minutes, venue, confirmed }) => ({
    changes: [
      changeSchema.parse({
        kind: "set",
        engagement,
        set: Object.fromEntries(
          Object.entries({ start, minutes, venue, confirmed }).filter(([, value]) => value !== undefined),
        ),
      }),
    ],
  }));
const edited = z.union([changed, moved]);

function linesAfter(body: unknown, before: readonly Engagement[]): readonly Engagement[] | undefined {
  const whole = tabled.safeParse(body);
  if (whole.success) return whole.data.engagements;
  const changes = edited.safeParse(body).data?.changes;
  const after = changes && applyChanges(before, changes);
  return after && !isRefusal(after) ? after : undefined;
}
