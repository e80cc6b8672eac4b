// The handlers of a session: who is signed in, signing in by passkey, its end. A session begins with a secret that the
// browser never had before, whatever it presented; what it presented ends.

import { isPartyCode } from "../../acts/index.ts";
import type { Handlers, PasskeyAssertion, Session, Visitor } from "../../api/index.ts";
import { base64url, Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { Home, OfficerRecord } from "../home.ts";
import type { Counted } from "../signin/attempts.ts";
import { passkeyName } from "../signin/passkeys.ts";
import type { FoundSession } from "../signin/sessions.ts";
import type { SignIn } from "../signin/signin.ts";
import { signInOptions, verifySignIn } from "../signin/webauthn.ts";

export interface SignInContext {
  readonly home: Home;
  readonly signIn: SignIn;
}

type SessionRoutes = "session" | "passkeyOptions" | "passkeyVerify" | "sessionHere" | "endSession";

export function sessionHandlers(context: SignInContext): Pick<Handlers<Officer>, SessionRoutes> {
  const { signIn } = context;
  return {
    session: (_, visitor) => sessionOf(context, visitor),
    async passkeyOptions({ body }, visitor) {
      const place = placeOf(context, visitor);
      if (isRefusal(place)) return place;
      const challenge = signIn.ceremonies.newChallenge();
      const { officer } = body;
      // An officer without passkeys is asked like any other: the answer tells nobody who works here.
      const passkeys = officer === undefined ? [] : signIn.passkeys.of(officer).filter((one) => isAt(one, place));
      const options = await signInOptions({ challenge, rpId: place.rpId, passkeys });
      const ceremony = signIn.ceremonies.begin({
        kind: "signIn",
        challenge: base64url(challenge),
        ...place,
        ...(officer === undefined ? {} : { officer }),
      });
      return { ceremony, options };
    },
    passkeyVerify: ({ body }, visitor) => verify(context, { visitor, ...body }),
    sessionHere: (_, visitor) => {
      const found = foundSession(signIn, { visitor, changes: true });
      return isRefusal(found) ? found : sessionOf(context, visitor);
    },
    endSession: (_, visitor) => {
      if (visitor.token !== undefined) signIn.sessions.end(visitor.token);
      visitor.keep(undefined);
      return noSession(context, visitor);
    },
  };
}

async function verify(
  context: SignInContext,
  input: {
    readonly visitor: Visitor<Officer>;
    readonly ceremony: string;
    readonly response: PasskeyAssertion;
  },
): Promise<Session | Refusal> {
  const { signIn } = context;
  const { visitor, response } = input;
  const known = signIn.passkeys.byId(response.id);
  const counted: Counted[] = [
    { by: "from this address", key: visitor.from },
    ...(known ? [{ by: "as this officer" as const, key: known.officer }] : []),
  ];
  const barred = signIn.failures.barred(counted);
  if (barred) return barred;
  const failed = (refusal: Refusal): Refusal => {
    signIn.failures.failed(counted);
    return refusal;
  };
  const ceremony = signIn.ceremonies.take(input.ceremony, "signIn");
  if (isRefusal(ceremony)) return failed(ceremony);
  if (visitor.origin !== ceremony.origin) return failed(refuse("api.crossSite", { from: visitor.origin ?? "nowhere" }));
  const officer = known && context.home.officers().find((one) => one.id === known.officer);
  if (!known || !officer || !isAt(known, ceremony)) return failed(refuse("api.unknownPasskey"));
  if (ceremony.officer !== undefined && ceremony.officer !== officer.id) return failed(refuse("api.unknownPasskey"));
  const verified = await verifySignIn({ ceremony, passkey: known, response });
  if (isRefusal(verified)) return failed(verified);
  // It may have been revoked while its answer was verified: what is gone is not written again.
  if (!signIn.passkeys.byId(known.credential)) return failed(refuse("api.unknownPasskey"));
  signIn.passkeys.keep({ ...known, ...verified, usedAt: new Date(signIn.now()).toISOString() });
  return open(context, { visitor, officer, by: "passkey", passkey: passkeyName(known.credential) });
}

/** Opens a session in the visitor's browser; the one it had ends. */
export function open(
  context: SignInContext,
  input: {
    readonly visitor: Visitor<Officer>;
    readonly officer: OfficerRecord;
    readonly by: "passkey" | "demonstration";
    readonly passkey?: string;
  },
): Session | Refusal {
  const { signIn } = context;
  const { visitor, officer, by, passkey } = input;
  const { origin, agent } = visitor;
  if (origin === undefined) return refuse("api.crossSite", { from: "a page that does not say" });
  if (visitor.token !== undefined) signIn.sessions.end(visitor.token);
  const token = signIn.sessions.open({ officer, by, origin, agent, ...(passkey === undefined ? {} : { passkey }) });
  visitor.keep(token);
  const found = signIn.sessions.find({ token, origin, agent, changes: false });
  return isRefusal(found) ? found : told(context, { visitor, found });
}

/** The visitor's session, or why there is none. */
export function foundSession(
  signIn: SignIn,
  asked: { readonly visitor: Visitor<Officer>; readonly changes: boolean },
): FoundSession | Refusal {
  const { token, origin, agent } = asked.visitor;
  if (token === undefined) return refuse("api.notAuthenticated");
  return signIn.sessions.find({ token, origin, agent, changes: asked.changes });
}

export function sessionOf(context: SignInContext, visitor: Visitor<Officer>): Session {
  const found = foundSession(context.signIn, { visitor, changes: false });
  if (!isRefusal(found)) return told(context, { visitor, found });
  const { officer } = visitor;
  if (!officer) return noSession(context, visitor);
  const { id, service, functions } = officer;
  return {
    ...around(context, visitor),
    state: "signedIn",
    officer: id,
    service,
    functions: [...functions],
    by: "token",
  };
}

/** Where passkeys are asked for, or `api.noPasskeysHere`; counts the question against the address. */
export function placeOf(
  { signIn }: SignInContext,
  visitor: Visitor<Officer>,
): { readonly origin: string; readonly rpId: string } | Refusal {
  const { origin } = visitor;
  const rpId = origin === undefined ? undefined : signIn.origins.rpIdOf(origin);
  if (origin === undefined || rpId === undefined)
    return refuse("api.noPasskeysHere", { origin: origin ?? "a page that does not say where it is" });
  const counted: Counted[] = [{ by: "from this address", key: visitor.from }];
  const barred = signIn.failures.barred(counted) ?? signIn.questions.barred(counted);
  if (barred) return barred;
  signIn.questions.failed(counted);
  return { origin, rpId };
}

function isAt(passkey: { readonly key: { readonly origin: string } }, place: { readonly origin: string }): boolean {
  return passkey.key.origin === place.origin;
}

function noSession(context: SignInContext, visitor: Visitor<Officer>): Session {
  return { ...around(context, visitor), state: "none" };
}

function told(
  context: SignInContext,
  { visitor, found }: { readonly visitor: Visitor<Officer>; readonly found: FoundSession },
): Session {
  const { session, officer } = found;
  const { idleMs, wholeMs } = context.signIn.sessions.limits;
  const credential = context.signIn.passkeys
    .of(officer.id)
    .find((one) => passkeyName(one.credential) === session.passkey);
  return {
    ...around(context, visitor),
    state: "signedIn",
    officer: officer.id,
    service: officer.service,
    functions: [...officer.functions],
    by: session.by,
    since: session.openedAt,
    endsAt: new Date(Date.parse(session.openedAt) + wholeMs).toISOString(),
    idleSeconds: Math.floor(idleMs / 1000),
    ...(credential ? { credential: credential.credential } : {}),
  };
}

function around({ home, signIn }: SignInContext, visitor: Visitor<Officer>): Pick<Session, "party" | "ways"> {
  const { party } = home.config.card;
  if (!isPartyCode(party)) throw new Fault("node.badParty", `${party} is no party's code.`);
  return {
    party,
    ways: {
      passkey: visitor.origin !== undefined && signIn.origins.rpIdOf(visitor.origin) !== undefined,
      demonstration: home.config.demonstration !== undefined,
    },
  };
}
