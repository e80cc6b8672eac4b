// What the page knows of a step before anything is typed: what it says by itself, and what the form begins with.

import type { JsonValue } from "../../seal/index.ts";
import { parseChannel, parseThread, type TermsRead } from "./data.ts";

export interface KnownOf {
  /** Without its version. */
  readonly procedure: string;
  readonly step: string;
  /** What the dossier holds; undefined for a step that opens one. */
  readonly data: unknown;
  readonly channel: string | undefined;
  readonly terms: TermsRead | undefined;
  /** The dossier that a new one is about: whose material is to be released, or was compromised. */
  readonly about: string | undefined;
  readonly own: string;
  readonly language: string;
  /** The node's clock, milliseconds since 1970. */
  readonly now: number;
}

export type Said = Readonly<Record<string, JsonValue>>;

/** Members that the officer is not asked for. */
export function fixedOf({ procedure, step, data, channel, terms, about }: KnownOf): Said {
  const thread = parseThread(data);
  switch (`${procedure}.${step}`) {
    case "channel.confirm":
      return withoutNone({ proposal: parseChannel(data)?.proposal });
    case "request.release":
      return withoutNone({ channel, releasableTo: terms && [...terms.releasableTo] });
    case "request.receive":
      return withoutNone({ answer: thread.answers?.at(-1)?.document });
    case "dispatch.send":
      return withoutNone({ channel });
    case "release.ask":
      return withoutNone({ channel, dossier: about });
    case "incident.suspect":
      return withoutNone({ channel, dossiers: about === undefined ? undefined : [about] });
    case "incident.close":
      return withoutNone({ outcome: thread.outcome });
    default:
      return {};
  }
}

/** Members that the form never asks for, even where the page has nothing to say of them. */
export function settledOf(known: KnownOf): ReadonlySet<string> {
  const always = `${known.procedure}.${known.step}` === "request.receive" ? ["answer"] : [];
  return new Set([...Object.keys(fixedOf(known)), ...always]);
}

/** What the form begins with; the officer sees it and may change it. */
export function beginningOf({ procedure, step, data, terms, own, language, now }: KnownOf): Said {
  const contact = terms?.contacts[own];
  const known = contact && withoutNone({ office: contact.office, function: contact.function, phone: contact.phone });
  switch (`${procedure}.${step}`) {
    case "request.release":
      return withoutNone({ contact: known, highestLevel: terms?.cap, languages: [language], priority: "routine" });
    case "incident.notify":
      return withoutNone({ contact: known });
    case "incident.suspect":
      return { discoveredAt: secondsOf(now) };
    case "channel.changeContact": {
      const present = parseChannel(data)?.terms?.contacts[own];
      return withoutNone({
        contact: present && withoutNone({ office: present.office, function: present.function, phone: present.phone }),
      });
    }
    default:
      return step === "attestDestruction" ? { destroyedAt: secondsOf(now) } : {};
  }
}

/** An instant in UTC to the second, as acts write it. */
export function secondsOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function withoutNone(said: Readonly<Record<string, JsonValue | undefined>>): Said {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]): [string, JsonValue][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
