// `entente officer`: who may speak to this side's node, and the key files with which officers sign grave steps.
// `entente service key`: a new key of a service, to be published by a designation act.

import { isFunctionCode, isServiceCode } from "../../acts/index.ts";
import { base64url, Fault, isRefusal, z } from "../../base/index.ts";
import { addOfficer, makeOfficerKey, openHome } from "../../node/index.ts";
import { type Ed25519PublicKey, keyIdOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { unwritable } from "../files.ts";
import { fileOption, listOption } from "./fields.ts";

const officerId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "not lowercase letters, digits and hyphens, 2 to 40");
const service = z.string().refine(isServiceCode, "not a service code: lowercase words joined by hyphens");

const addOptions = z.object({
  id: officerId,
  service,
  functions: listOption.pipe(
    z.array(z.string().refine(isFunctionCode, "not function codes: lowercase words joined by hyphens")).min(1).max(20),
  ),
  clearance: z
    .string()
    .regex(/^\d{1,2}$/, "not the rank of a level, 0 for the lowest")
    .transform(Number)
    .optional(),
  until: z.iso.datetime("not an instant in UTC, such as 2027-01-01T00:00:00Z").optional(),
  dossiers: listOption.optional(),
});

export async function officerAdd(call: Call): Promise<Outcome> {
  const given = readCall(addOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const { id, functions, clearance, until, dossiers } = given;
  const known = home.officers().some((one) => one.id === id);
  addOfficer(home, {
    id,
    service: given.service,
    functions,
    ...(clearance === undefined ? {} : { clearance: { level: clearance, until: until ?? farOff } }),
    ...(dossiers === undefined ? {} : { dossiers }),
  });
  const file = `${home.folder}/tokens/${id}`;
  return done(
    [
      `The officer ${id} of ${given.service} ${known ? "has a new token; the old one no longer counts" : "is added"}.`,
      `Token: ${file} (give it to the officer alone)`,
      `Functions: ${functions.join(", ")}`,
    ],
    { officer: id, service: given.service, functions, token: file, replaced: known },
  );
}

/** A clearance without an end, as far as the grammar of instants goes. */
const farOff = "2199-12-31T23:59:59Z";

const keyOptions = z.object({ file: fileOption, for: officerId.default("officer") });

export async function officerKey(call: Call): Promise<Outcome> {
  const given = readCall(keyOptions, call);
  if (isRefusal(given)) return given;
  const file = call.terminal.path(given.file);
  let signer: ReturnType<typeof makeOfficerKey>;
  try {
    signer = makeOfficerKey(file, given.for);
  } catch (cause) {
    if (cause instanceof Fault && cause.code === "node.keyExists") return unwritable(file, "it is there already");
    return unwritable(file, cause);
  }
  const told = keyTold(signer.publicKey);
  return done(
    [
      `Key file: ${file} (its holder alone should have it)`,
      ...told.lines,
      "Publish the public key in a designation: `entente act issueOfficerKey`, or in `designate`.",
    ],
    { file, ...told.json },
  );
}

export async function serviceKey(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ service }), call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const { signer } = home.keys.makeServiceKey(given.service);
  const told = keyTold(signer.publicKey);
  return done(
    [
      `A key of the service ${given.service} is in ${home.folder}/keys.`,
      ...told.lines,
      "Publish the public key in a designation: `entente act designate`, `issueKey` or `rotateKey`.",
    ],
    { service: given.service, ...told.json },
  );
}

function keyTold(publicKey: Ed25519PublicKey): { lines: readonly string[]; json: Record<string, string> } {
  const text = base64url(publicKey);
  const kid = keyIdOf(nativeSuite, publicKey);
  return { lines: [`Public key: ${text}`, `Key id: ${kid}`], json: { publicKey: text, kid } };
}
