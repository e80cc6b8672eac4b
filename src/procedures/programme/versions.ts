// A new version of the programme in the dossier's data.

import { isRefusal } from "../../base/index.ts";
import { applyChanges, type Change } from "./changes.ts";
import { beginningOf, type ProgrammeData } from "./data.ts";
import type { Engagement } from "./engagement.ts";
import type { ProgrammeContext } from "./guards.ts";

/** What both sides' signatures name: the lines in their order and nothing else. */
export function digestOf(context: Pick<ProgrammeContext, "digest">, engagements: readonly Engagement[]): string {
  return context.digest({ engagements });
}

/** The dossier with these lines as its latest version. What was agreed about the version before falls. */
export function withVersion(context: ProgrammeContext, engagements: readonly Engagement[]): ProgrammeData {
  const { data, act } = context;
  return {
    ...data,
    versions: [
      ...data.versions,
      {
        number: data.versions.length + 1,
        digest: digestOf(context, engagements),
        at: Date.parse(act.at.instant),
        step: act.step,
      },
    ],
    engagements,
    beginsAt: beginningOf(engagements, data.dates),
    agreed: undefined,
  };
}

/** The dossier with changes a guard has already tried. */
export function withChanges(context: ProgrammeContext, changes: readonly Change[]): ProgrammeData {
  const engagements = applyChanges(context.data.engagements, changes);
  if (isRefusal(engagements)) throw new TypeError(`Changes that no guard tried: ${engagements.code}`);
  return withVersion(context, engagements);
}
