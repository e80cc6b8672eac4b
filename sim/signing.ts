// An officer's signature on a grave step, as the officer's own program makes it.

import { type Draft, encodeAct } from "../src/acts/index.ts";
import { concat, isRefusal, type Refusal, utf8 } from "../src/base/index.ts";
import type { Side, Submission } from "../src/node/index.ts";
import { type Ed25519Signer, encodeEnvelope, keyIdOf, parseEnvelope, protectedHeader } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { sure } from "./parties.ts";

/** The draft as the side has prepared it and the officer has signed it; refused where it would have no effect. */
export async function signedByOfficer(
  side: Side,
  { draft, officer }: { readonly draft: Draft; readonly officer: Ed25519Signer },
): Promise<Submission | Refusal> {
  const prepared = await side.appender.prepare({ kind: "draft", draft });
  if (isRefusal(prepared)) return prepared;
  const payload = sure(encodeAct(prepared.act));
  const header = protectedHeader(keyIdOf(nativeSuite, officer.publicKey));
  const text = payload.toBase64({ alphabet: "base64url", omitPadding: true });
  const signature = officer.sign(concat([utf8(header), utf8("."), utf8(text)]));
  const envelope = sure(parseEnvelope(encodeEnvelope({ payload, signatures: [{ protected: header, signature }] })));
  const officers = envelope.signatures.map((entry) => ({ entry, protected: header }));
  return { kind: "prepared", act: prepared.act, payload, officers };
}
