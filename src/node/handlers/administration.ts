// The handlers of a side's administration: the policy and what it would decide, calendars, keys, the machine. They read
// and change nothing.

import { isFunctionCode } from "../../acts/index.ts";
import {
  type Decision,
  type Handlers,
  isoInstant,
  type RouteInput,
  type RouteOutput,
  refusalTextOf,
} from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer, Question } from "../../policy/index.ts";
import { calendarOf } from "../../procedures/index.ts";
import { lastBackup } from "../health/backup-note.ts";
import { findingsOf } from "../health/findings.ts";
import { diskRoom } from "../health/room.ts";
import { serviceKeysOf } from "../health/service-keys.ts";
import type { OfficerRecord } from "../home.ts";
import type { RunningAccord } from "../node.ts";
import { accordOf, type HandlerContext, mayAdminister, mayRead } from "./context.ts";

type Routes = "policy" | "decide" | "calendars" | "serviceKeys" | "machine";

const startedAt = Date.now() - Math.round(process.uptime() * 1000);

export function administrationHandlers(context: HandlerContext): Pick<Handlers<Officer>, Routes> {
  const { node, policy } = context;
  const { home } = node;
  return {
    policy(_, officer) {
      const refused = mayAdminister(context, { officer, matter: "policy" });
      if (refused) return refused;
      const rules = policy.rules.map(({ actions, procedures, functions, ...rule }) => ({
        ...rule,
        ...(actions === undefined ? {} : { actions: [...actions] }),
        ...(procedures === undefined ? {} : { procedures: [...procedures] }),
        ...(functions === undefined ? {} : { functions: [...functions] }),
      }));
      const functions = [...new Set(home.officers().flatMap((one) => one.functions))].sort();
      return { files: [...(home.config.policies ?? [])], rules, functions };
    },
    async decide({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayAdminister(context, { officer, matter: "policy" });
      return refused ?? (await decisionOn(context, { accord, asked: body }));
    },
    async calendars({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayRead(context, { officer, accord, procedure: "accord" }) ?? (await calendarsOf(accord));
    },
    async serviceKeys({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayAdminister(context, { officer, matter: "node" }) ?? (await serviceKeysOf(home, accord));
    },
    async machine(_, officer) {
      const refused = mayAdminister(context, { officer, matter: "node" });
      if (refused) return refused;
      const bytes = await node.store.bytesOnDisk();
      const backup = lastBackup(home);
      return {
        version: context.version,
        runtime: `Node ${process.versions.node}`,
        startedAt: isoInstant(startedAt),
        store: { kind: "SQLite", bytes, free: diskRoom(home, bytes).free },
        ...(backup ? { backup } : {}),
        findings: await findingsOf(node, { used: bytes, now: Date.now() }),
      };
    },
  };
}

async function calendarsOf({ side }: RunningAccord): Promise<RouteOutput<"calendars">> {
  const terms = await side.terms();
  const items = terms.parties.map((party) => {
    const { zone, weekend, holidays } = calendarOf(terms, party);
    return {
      party,
      zone,
      weekend: [...weekend],
      holidays: holidays.map(({ date, names }) => ({ date, names: { ...names } })),
    };
  });
  return { items, ...(terms.accord ? { dossier: terms.accord.dossier } : {}) };
}

async function decisionOn(
  context: HandlerContext,
  input: { readonly accord: RunningAccord; readonly asked: RouteInput<"decide">["body"] },
): Promise<Decision | Refusal> {
  const { accord, asked } = input;
  const record = context.node.home.officers().find((one) => one.id === asked.officer);
  if (!record)
    return refuse("node.unknownOfficer", {
      officer: asked.officer,
      officers: context.node.home.officers().map((one) => one.id),
    });
  const question = await questionOf(context, { accord, asked, record });
  if (isRefusal(question)) return question;
  const { policy } = context;
  const because = new Map(policy.rules.map((rule) => [rule.name, rule.because]));
  const told = (rules: readonly string[]): Decision["rules"] =>
    rules.map((name) => ({ name, because: because.get(name) ?? "" }));
  const functions = [...policy.functionsThatMay(question)];
  const decided = policy.decide(question);
  if (!isRefusal(decided)) return { allowed: true, rules: told(decided.rules), functions };
  const { rules } = decided.details;
  return {
    allowed: false,
    rules: told(Array.isArray(rules) ? rules : []),
    functions,
    refusal: refusalTextOf(decided),
  };
}

async function questionOf(
  context: HandlerContext,
  input: {
    readonly accord: RunningAccord;
    readonly asked: RouteInput<"decide">["body"];
    readonly record: OfficerRecord;
  },
): Promise<Question | Refusal> {
  const { accord, asked, record } = input;
  const { side } = accord;
  const { levels } = side.founding.labels;
  const level = asked.level === undefined ? 0 : levels.findIndex((one) => one.code === asked.level);
  if (level < 0)
    return refuse("acts.unknownLevel", {
      policy: side.founding.labels.policy,
      got: asked.level ?? "",
      levels: levels.map((one) => one.code),
    });
  const viewed = asked.dossier === undefined ? undefined : await side.view(asked.dossier);
  if (asked.dossier !== undefined && !viewed) return refuse("api.unknown", { what: "dossier", got: asked.dossier });
  const procedure = viewed?.procedure;
  const { id, service, functions, clearance, dossiers } = record;
  const rests = procedure?.rests ?? "founding";
  return {
    officer: {
      id,
      party: side.row.own,
      service,
      functions: functions.filter(isFunctionCode),
      ...(clearance ? { clearance } : {}),
      ...(dossiers ? { dossiers } : {}),
    },
    action: asked.action,
    procedure: procedure?.name ?? asked.procedure,
    level,
    service,
    at: new Date(context.node.clock.now()).toISOString(),
    ...(asked.function === undefined ? {} : { function: asked.function }),
    ...(asked.step === undefined ? {} : { step: asked.step }),
    ...(asked.dossier === undefined ? {} : { dossier: asked.dossier }),
    ...(rests === "founding" ? {} : { domain: rests }),
  };
}
