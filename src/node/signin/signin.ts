// Signing in at one node, composed: addresses, invitations, passkeys, sessions, and how often one may fail.

import type { Home } from "../home.ts";
import { Attempts } from "./attempts.ts";
import { Ceremonies } from "./ceremonies.ts";
import { Invitations } from "./invitations.ts";
import { type Origins, ownOrigins } from "./origins.ts";
import { Passkeys } from "./passkeys.ts";
import { type RandomBytes, type SessionLimits, Sessions, usualSessionLimits } from "./sessions.ts";

export interface SignIn {
  readonly origins: Origins;
  readonly invitations: Invitations;
  readonly passkeys: Passkeys;
  readonly sessions: Sessions;
  readonly ceremonies: Ceremonies;
  /** Attempts that failed. */
  readonly failures: Attempts;
  /** Questions asked for: each costs memory until it is answered or old. */
  readonly questions: Attempts;
  readonly now: () => number;
  close(): void;
}

const minute = 60_000;
const sweepMs = 5_000;

export function openSignIn(input: {
  readonly home: Home;
  /** The port the node listens on, once it does. */
  readonly port: () => number;
  /** Milliseconds of the machine's clock, in a demonstration too: a story's clock ends no session. */
  readonly now: () => number;
  readonly randomBytes: RandomBytes;
}): SignIn {
  const { home, port, now, randomBytes } = input;
  const passkeys = new Passkeys(home);
  const sessions = new Sessions({
    home,
    limits: limitsOf(home),
    now,
    randomBytes,
    isEnrolled: (name, officer) => passkeys.isEnrolled(name, officer),
  });
  const sweep = setInterval(() => sessions.sweep(), sweepMs);
  sweep.unref();
  return {
    origins: ownOrigins(home.config, port),
    invitations: new Invitations(home, now),
    passkeys,
    sessions,
    ceremonies: new Ceremonies({ now, randomBytes }),
    failures: new Attempts({ failures: 10, windowMs: 15 * minute }, now),
    questions: new Attempts({ failures: 60, windowMs: minute }, now),
    now,
    close: () => clearInterval(sweep),
  };
}

function limitsOf({ config }: Home): SessionLimits {
  const { idleMinutes, sessionHours } = config.web ?? {};
  return {
    idleMs: idleMinutes === undefined ? usualSessionLimits.idleMs : idleMinutes * minute,
    wholeMs: sessionHours === undefined ? usualSessionLimits.wholeMs : sessionHours * 60 * minute,
  };
}
