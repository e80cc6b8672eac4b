// The handlers of passkeys: enrolling one, telling them, revoking one.

import type { Handlers, Passkey, PasskeyAttestation, RouteOutput, Visitor } from "../../api/index.ts";
import { base64url, isRefusal, type Refusal, refuse, utf8 } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { OfficerRecord } from "../home.ts";
import { invitationHours } from "../signin/invitations.ts";
import { type EnrolledPasskey, passkeyKid, passkeyName, passkeysMax } from "../signin/passkeys.ts";
import { enrolOptions, verifyEnrol } from "../signin/webauthn.ts";
import { type HandlerContext, mayAdminister } from "./context.ts";
import { foundSession, open, placeOf, type SignInContext, sessionOf } from "./session.ts";

type EnrolmentRoutes = "enrolOptions" | "enrolVerify" | "credentials" | "revokeCredential";

/** A passkey is added by who used one within this time: a session left open must not outlive its officer's absence. */
const freshMs = 5 * 60_000;

export function enrolmentHandlers(
  context: SignInContext & { readonly rights: HandlerContext },
): Pick<Handlers<Officer>, EnrolmentRoutes> {
  const { signIn, home, rights } = context;
  const listed = (officer: string): RouteOutput<"credentials"> => ({
    items: signIn.passkeys.of(officer).map((one) => passkeyTold(one)),
  });
  return {
    async enrolOptions({ body }, visitor) {
      const place = placeOf(context, visitor);
      if (isRefusal(place)) return place;
      const who = enrolling(context, { visitor, code: body.code });
      if (isRefusal(who)) return who;
      const passkeys = signIn.passkeys.of(who.officer.id);
      if (passkeys.length >= passkeysMax)
        return refuse("api.tooManyPasskeys", { officer: who.officer.id, limit: passkeysMax });
      const challenge = signIn.ceremonies.newChallenge();
      const { party } = home.config.card;
      const options = await enrolOptions({
        challenge,
        rpId: place.rpId,
        rpName: `Entente ${party}`,
        officer: who.officer.id,
        // The same for all passkeys of an officer, and no name: an authenticator may show it to nobody or to all.
        userId: nativeSuite.sha256(utf8(`entente ${party} ${who.officer.id}`)),
        passkeys,
      });
      const ceremony = signIn.ceremonies.begin({
        kind: "enrol",
        challenge: base64url(challenge),
        ...place,
        officer: who.officer.id,
        ...(who.invitation === undefined ? {} : { invitation: who.invitation }),
      });
      return { ceremony, options };
    },
    enrolVerify: ({ body }, visitor) => enrol(context, { visitor, ...body }),
    credentials({ query }, officer) {
      const whose = query.officer ?? officer.id;
      const refused = whose === officer.id ? undefined : mayAdminister(rights, { officer, matter: "officers" });
      return refused ?? listed(whose);
    },
    revokeCredential({ params }, officer) {
      const known = signIn.passkeys.byId(params.credential);
      const own = known?.officer === officer.id;
      const refused = own ? undefined : mayAdminister(rights, { officer, matter: "officers" });
      if (refused) return refused;
      if (!known) return refuse("api.unknown", { what: "passkey", got: params.credential.slice(0, 64) });
      signIn.passkeys.revoke(known.credential);
      signIn.sessions.sweep();
      return listed(known.officer);
    },
  };
}

/** Who may enrol a passkey: the holder of an invitation's code, or an officer whose passkey was used just now. */
function enrolling(
  { signIn, home }: SignInContext,
  { visitor, code }: { readonly visitor: Visitor<Officer>; readonly code: string | undefined },
): { readonly officer: OfficerRecord; readonly invitation?: string } | Refusal {
  if (code === undefined) {
    const found = foundSession(signIn, { visitor, changes: true });
    if (isRefusal(found)) return found;
    const { session, officer } = found;
    const age = signIn.now() - Date.parse(session.openedAt);
    if (session.by === "passkey" && age <= freshMs) return { officer };
    return refuse("api.passkeyNotFresh", { minutes: freshMs / 60_000 });
  }
  const invited = signIn.invitations.find(code);
  const officer = invited && home.officers().find((one) => one.id === invited.officer);
  if (officer) return { officer, invitation: invited.invitation };
  signIn.failures.failed([{ by: "from this address", key: visitor.from }]);
  return refuse("api.badCode", { hours: invitationHours });
}

async function enrol(
  context: SignInContext,
  input: {
    readonly visitor: Visitor<Officer>;
    readonly ceremony: string;
    readonly label: string;
    readonly response: PasskeyAttestation;
  },
): Promise<RouteOutput<"enrolVerify"> | Refusal> {
  const { signIn, home } = context;
  const { visitor, label, response } = input;
  const ceremony = signIn.ceremonies.take(input.ceremony, "enrol");
  if (isRefusal(ceremony)) return ceremony;
  if (visitor.origin !== ceremony.origin) return refuse("api.crossSite", { from: visitor.origin ?? "nowhere" });
  const officer = home.officers().find((one) => one.id === ceremony.officer);
  if (!officer) return refuse("api.badCode", { hours: invitationHours });
  const made = await verifyEnrol({ ceremony, response });
  if (isRefusal(made)) return made;
  if (signIn.passkeys.byId(made.credential)) return refuse("api.knownPasskey");
  const { invitation } = ceremony;
  if (invitation === undefined) {
    // Signed in when it began: still, and as the same officer.
    const found = foundSession(signIn, { visitor, changes: true });
    if (isRefusal(found)) return found;
    if (found.officer.id !== officer.id) return refuse("api.passkeyNotFresh", { minutes: freshMs / 60_000 });
  } else if (!signIn.invitations.use(officer.id, invitation)) {
    // Before the passkey is kept: of two that come with one code, one enrols.
    return refuse("api.badCode", { hours: invitationHours });
  }
  const passkey: EnrolledPasskey = {
    entente: "passkey/1",
    officer: officer.id,
    label,
    ...made,
    transports: [...(response.response.transports ?? [])],
    addedAt: new Date(signIn.now()).toISOString(),
  };
  signIn.passkeys.keep(passkey);
  const session =
    invitation === undefined
      ? sessionOf(context, visitor)
      : open(context, { visitor, officer, by: "passkey", passkey: passkeyName(made.credential) });
  return isRefusal(session) ? session : { passkey: passkeyTold(passkey), session };
}

function passkeyTold(passkey: EnrolledPasskey): Passkey {
  const { credential, officer, label, addedAt, usedAt, key, backedUp } = passkey;
  return {
    credential,
    officer,
    label,
    addedAt,
    ...(usedAt === undefined ? {} : { usedAt }),
    origin: key.origin,
    backedUp,
    kid: passkeyKid(key),
    key: { ...key },
  };
}
