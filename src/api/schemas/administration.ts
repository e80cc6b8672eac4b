// What a side's administration looks at: the rules it decides by, its calendars, its keys, and how its machine fares.

import { z } from "../../base/index.ts";
import { actId, count, functionCode, inLanguages, instant, partyCode, refusalText, serviceCode } from "./common.ts";
import { officerId } from "./session.ts";

const names = z.array(z.string());

const policyRule = z
  .strictObject({
    name: z.string(),
    effect: z.enum(["permit", "forbid"]),
    because: z.string().meta({ description: "Why the rule is there: a clause that follows because." }),
    actions: names.optional(),
    procedures: names.optional(),
    functions: names.optional(),
    text: z.string().meta({ description: "The rule in Cedar, as it was read." }),
  })
  .meta({
    id: "PolicyRule",
    description: "actions, procedures, functions: what the rule can apply to, any when absent.",
  });

export const policyDetail = z
  .strictObject({
    /** The files of the home it was read from; none for the policy that comes with Entente. */
    files: names,
    rules: z.array(policyRule),
    functions: names.meta({ description: "Every function that this side's officers have." }),
  })
  .meta({ id: "Policy", description: "Read and validated when the node started, in the order of the text." });

export const policyActions = ["act", "compose", "open", "read", "administer"] as const;

const word = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}$/);

export const decisionRequest = z
  .strictObject({
    officer: officerId,
    action: z.enum(policyActions),
    procedure: word.meta({ description: "A procedure without its version; for administer the matter." }),
    step: word.optional(),
    function: functionCode.optional(),
    dossier: actId.optional(),
    level: z.string().max(40).optional().meta({ description: "A level of the accord; its lowest when absent." }),
  })
  .meta({ id: "DecisionRequest" });

export const decision = z
  .strictObject({
    allowed: z.boolean(),
    /** The rules that allow it, or those that forbid it; none when no rule allows it. */
    rules: z.array(z.strictObject({ name: z.string(), because: z.string() })),
    functions: names.meta({ description: "The functions whose officers may, when they are cleared and concerned." }),
    refusal: refusalText.optional(),
  })
  .meta({ id: "Decision", description: "What the policy would say. Nothing is done and nothing is logged." });

const calendar = z
  .strictObject({
    party: partyCode,
    zone: z.string(),
    weekend: z.array(z.number().int().min(1).max(7)),
    holidays: z.array(z.strictObject({ date: z.iso.date(), names: inLanguages })),
  })
  .meta({ id: "WorkingCalendar" });

export const calendars = z
  .strictObject({
    items: z.array(calendar),
    /** The dossier whose annex they stand in; absent while they are those of the cards. */
    dossier: actId.optional(),
  })
  .meta({
    id: "WorkingCalendars",
    description: "By which each side counts its working days, in the founding's order.",
  });

const signingKey = z.strictObject({ kid: z.string(), counts: z.boolean(), held: z.boolean() });
const sealingKey = z.strictObject({
  id: z.string(),
  kind: z.enum(["hybrid", "x25519"]),
  counts: z.boolean(),
  held: z.boolean(),
  documents: count.meta({ description: "How many documents of this side are sealed to it." }),
});

export const serviceKeys = z
  .strictObject({
    services: z.array(
      z.strictObject({
        service: serviceCode,
        dossier: actId.optional(),
        signing: z.array(signingKey),
        sealing: z.array(sealingKey),
      }),
    ),
    /** Documents sealed here for a key of this side that counts no more: they open here, and may be sealed anew. */
    outdated: count,
    documents: count,
    whole: z.boolean().meta({ description: "False where there are too many documents to look at each." }),
  })
  .meta({
    id: "ServiceKeys",
    description: "counts: a designation says so now; held: the private half is on this node.",
  });

export const findingKinds = ["disk", "backup", "secrets", "policy", "officers", "link", "keys", "sealing"] as const;

const finding = z
  .strictObject({
    what: z.enum(findingKinds),
    verdict: z.enum(["ok", "warn", "fail"]),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: "MachineFinding" });

export const machineDetail = z
  .strictObject({
    version: z.string(),
    runtime: z.string(),
    startedAt: instant,
    store: z.strictObject({ kind: z.string(), bytes: count, free: count }),
    backup: z.strictObject({ at: instant, bytes: count }).optional(),
    findings: z.array(finding),
  })
  .meta({
    id: "Machine",
    description: "The node as its administrator looks at it; `entente doctor` and `entente fsck` look deeper.",
  });

export type PolicyDetail = z.input<typeof policyDetail>;
export type Decision = z.input<typeof decision>;
export type WorkingCalendars = z.input<typeof calendars>;
export type ServiceKeys = z.input<typeof serviceKeys>;
export type MachineDetail = z.input<typeof machineDetail>;
