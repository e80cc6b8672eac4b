// `entente officer invite`, `officer passkeys`, `officer remove`: how an officer comes to a passkey, and how one that
// is lost, or an officer who has left, is shut out. They work on the home; a running node takes them up at once.

import { isRefusal, refuse, z } from "../../base/index.ts";
import { Invitations, openHome, Passkeys, removeOfficer } from "../../node/index.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";

const officerId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "not lowercase letters, digits and hyphens, 2 to 40");

export async function officerInvite(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ id: officerId }), call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const { id } = given;
  if (!home.officers().some((one) => one.id === id)) return refuse("cli.unknownOfficer", { officer: id });
  // The machine's clock, in a demonstration too: a story's clock ends no invitation.
  const { code, until } = new Invitations(home, () => call.terminal.now()).invite(id);
  return done(
    [
      `Invitation of ${id}: ${code}`,
      `It is good once, until ${until}, and told only here: carry it to the officer yourself.`,
      "The officer opens the node's page and chooses “You have an invitation code”.",
    ],
    { officer: id, code, until },
  );
}

const passkeysOptions = z.object({ id: officerId, revoke: z.string().optional(), all: z.boolean().default(false) });

export async function officerPasskeys(call: Call): Promise<Outcome> {
  const given = readCall(passkeysOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const { id, revoke, all } = given;
  const passkeys = new Passkeys(home);
  if (all) passkeys.revokeAll(id);
  if (revoke !== undefined) {
    const known = passkeys.of(id).some((one) => one.credential === revoke);
    if (!known) return refuse("cli.unknownPasskey", { officer: id, passkey: revoke });
    passkeys.revoke(revoke);
  }
  const left = passkeys.of(id);
  const lines = left.map(
    ({ label, credential, addedAt, usedAt }) =>
      `${credential}  ${label}, enrolled ${addedAt}${usedAt === undefined ? "" : `, last used ${usedAt}`}`,
  );
  return done(lines.length > 0 ? lines : [`The officer ${id} has no passkey.`], {
    officer: id,
    passkeys: left.map(({ credential, label, addedAt, usedAt }) => ({
      credential,
      label,
      addedAt,
      ...(usedAt === undefined ? {} : { usedAt }),
    })),
  });
}

export async function officerRemove(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ id: officerId }), call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const { id } = given;
  if (!removeOfficer(home, id)) return refuse("cli.unknownOfficer", { officer: id });
  const revoked = new Passkeys(home).revokeAll(id);
  new Invitations(home, () => call.terminal.now()).withdraw(id);
  return done(
    [
      `The officer ${id} is removed: no token, no passkey (${revoked} revoked), no session.`,
      "Keys that a designation has published go on counting: revoke them with `entente act revokeOfficerKey`.",
    ],
    { officer: id, revoked },
  );
}
