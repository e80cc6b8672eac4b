// The obligation and its projects: proposed, agreed by both, met by projects that the beneficiary approves.

import { type Step, step } from "../declaration.ts";
import { refuseSame, refuseUnknown } from "../entries.ts";
import {
  agreeBody,
  approveProjectBody,
  extendBody,
  obligationBody,
  performanceBody,
  proposeProjectBody,
  reasonBody,
  rejectProjectBody,
} from "./bodies.ts";
import type { Obligation, OffsetData, Project } from "./data.ts";
import {
  endOf,
  type OffsetContext,
  projectsIn,
  refuseMultiplier,
  refuseOtherTerms,
  refusePerformance,
  refusePeriod,
} from "./guards.ts";

const written = ({ data, digest, side, terms }: OffsetContext, obligation: Obligation): OffsetData => ({
  ...data,
  obligation,
  digest: digest(obligation),
  endsAt: endOf(terms, { beneficiary: side, until: obligation.until }),
});

const changed = (data: OffsetData, project: Pick<Project, "project"> & Partial<Project>): OffsetData => ({
  ...data,
  projects: data.projects.map((one) => (one.project === project.project ? { ...one, ...project } : one)),
});

const answering = {
  from: ["running"],
  to: "same",
  by: "beneficiary",
  waits: ({ projects }: OffsetData) => projects.some(({ state }) => state === "proposed"),
} as const;

export const offsetSteps = {
  propose: step<OffsetData, typeof obligationBody>({
    from: "opening",
    to: "proposed",
    by: "beneficiary",
    body: obligationBody,
    guard: refusePeriod,
    effect: written,
  }),
  revise: step<OffsetData, typeof obligationBody>({
    from: ["proposed"],
    to: "same",
    by: "beneficiary",
    expected: false,
    body: obligationBody,
    prevailsOver: ["agree"],
    guard: refusePeriod,
    effect: written,
  }),
  agree: step<OffsetData, typeof agreeBody>({
    from: ["proposed"],
    to: "running",
    by: "both",
    grave: true,
    body: agreeBody,
    guard: (context, { obligation }) => refuseOtherTerms(context, obligation),
  }),
  withdraw: step<OffsetData, typeof reasonBody>({
    from: ["proposed"],
    to: "withdrawn",
    by: "either",
    expected: false,
    body: reasonBody,
    prevailsOver: ["agree", "revise"],
  }),
  proposeProject: step<OffsetData, typeof proposeProjectBody>({
    from: ["running"],
    to: "same",
    by: "obligor",
    body: proposeProjectBody,
    guard: (context, given) =>
      refuseSame(
        context.data.projects.map(({ project }) => project),
        given.project,
      ) ?? refuseMultiplier(context, given),
    effect: ({ data, time }, given) => ({
      ...data,
      projects: [...data.projects, { ...given, at: time, state: "proposed", performed: "0" }],
    }),
    waits: ({ projects }) => projects.every(({ state }) => state === "rejected"),
  }),
  approveProject: step<OffsetData, typeof approveProjectBody>({
    ...answering,
    body: approveProjectBody,
    guard: (context, { project, multiplier }) => {
      const found = context.data.projects.find((one) => one.project === project);
      const unknown = refuseUnknown(projectsIn(context, "proposed"), project);
      return unknown ?? (found && refuseMultiplier(context, { type: found.type, multiplier }));
    },
    effect: ({ data }, { project, multiplier }) => changed(data, { project, multiplier, state: "approved" }),
  }),
  rejectProject: step<OffsetData, typeof rejectProjectBody>({
    ...answering,
    body: rejectProjectBody,
    guard: (context, { project }) => refuseUnknown(projectsIn(context, "proposed"), project),
    effect: ({ data }, { project }) => changed(data, { project, state: "rejected" }),
  }),
  recordPerformance: step<OffsetData, typeof performanceBody>({
    from: ["running", "ended"],
    to: "same",
    by: "obligor",
    expected: false,
    body: performanceBody,
    guard: (context, given) =>
      refuseUnknown(projectsIn(context, "approved"), given.project) ?? refusePerformance(context, given),
    effect: ({ data }, { project, performed }) => changed(data, { project, performed }),
  }),
  extendPeriod: step<OffsetData, typeof extendBody>({
    from: ["running", "ended"],
    to: "running",
    by: "both",
    grave: true,
    expected: false,
    body: extendBody,
    agree: ({ until }) => until,
    guard: (context, { until }) =>
      refusePeriod(
        { ...context, side: context.roles.beneficiary ?? context.side },
        { from: context.data.obligation?.until ?? until, until },
      ),
    effect: ({ data, roles, side, terms }, { until }) => ({
      ...data,
      obligation: data.obligation && { ...data.obligation, until },
      endsAt: endOf(terms, { beneficiary: roles.beneficiary ?? side, until }),
    }),
  }),
} satisfies Readonly<Record<string, Step<OffsetData>>>;
