// Under which mandate an act was signed: follows the designation acts in a proof file from the registry's key, which
// the side's card names, to the keys on the act. Knows the services and nothing of the accord: whether an article
// authorised the act is not in the file.

import type { AccordId, Act, Founding, Leaf, PartyCode } from "../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../base/index.ts";
import { allProcedures, Ground, type PlacedAct, type Service } from "../procedures/index.ts";
import { canonicalDigest, parseSignerKey, type Suite, textKeyId, verifyEnvelopeSignature } from "../seal/index.ts";

/** A leaf that was shown to stand in the register of the side whose mandate is judged. */
export interface MandateLeaf {
  readonly act: Act;
  readonly envelope: Leaf["envelope"];
  readonly index: number;
}

export interface Mandate {
  /** Ids of the keys whose signatures on the act verify and count, in the order of the envelope. */
  readonly keys: readonly string[];
  /** Why the act could not stand by them; undefined when it could. */
  readonly refusal: Refusal | undefined;
}

export function judgeMandate(input: {
  readonly suite: Suite;
  readonly founding: Founding;
  readonly accord: AccordId;
  readonly party: PartyCode;
  readonly mandate: readonly MandateLeaf[];
  readonly proven: MandateLeaf;
}): Mandate {
  const { suite, party, proven } = input;
  const ground = groundOf(input);
  for (const leaf of [...input.mandate].sort((a, b) => a.index - b.index)) {
    const refusal = follow(ground, { leaf, suite, party });
    if (refusal) return { keys: [], refusal };
  }
  const { act, index } = proven;
  const service = ground.servicesAt(party, index).get(act.service);
  const signed = signers(ground, { leaf: proven, suite });
  const officers = service?.functions.get(act.function);
  const keys = signed.filter((kid) => service?.keys.has(kid) || officers?.has(kid));
  return { keys, refusal: flaw({ act, party, service, keys }) };
}

/** Takes one designation into the ground, or says why it bears nothing. */
function follow(ground: Ground, input: { leaf: MandateLeaf; suite: Suite; party: PartyCode }): Refusal | undefined {
  const { leaf, suite, party } = input;
  const { act, index } = leaf;
  if (!act.procedure.startsWith("designation/"))
    return refuse("proof.badFile", { problem: `its mandate has an act of ${act.procedure}` });
  const placed: PlacedAct = ground.place({
    act,
    index,
    sight: act.seen,
    party,
    signedBy: signers(ground, { leaf, suite }),
  });
  ground.note(placed);
  return placed.inadmissible;
}

function flaw(input: {
  act: Act;
  party: PartyCode;
  service: Service | undefined;
  keys: readonly string[];
}): Refusal | undefined {
  const { act, party, service, keys } = input;
  if (!service) return refuse("procedures.unknownService", { party, service: act.service });
  if (service.withdrawn) return refuse("procedures.withdrawnService", { party, service: act.service });
  const officers = service.functions.get(act.function);
  if (!officers) {
    const functions = [...service.functions.keys()];
    return refuse("procedures.unknownFunction", { service: act.service, function: act.function, functions });
  }
  if (!keys.some((kid) => service.keys.has(kid))) return refuse("procedures.notSigned", { service: act.service });
  if (!isGrave(act) || keys.some((kid) => officers.has(kid))) return undefined;
  return refuse("procedures.notSignedByOfficer", { step: act.step, service: act.service, function: act.function });
}

/** Whether the step also needs its officer's own signature. A step that is not known here is not grave here. */
function isGrave(act: Act): boolean {
  const procedure = allProcedures.find((one) => `${one.name}/${one.version}` === act.procedure);
  return (
    procedure !== undefined && Object.hasOwn(procedure.steps, act.step) && procedure.steps[act.step]?.grave === true
  );
}

function signers(ground: Ground, input: { leaf: MandateLeaf; suite: Suite }): string[] {
  const { leaf, suite } = input;
  const verifies = (signature: MandateLeaf["envelope"]["signatures"][number]): boolean => {
    const published = ground.publicKey(signature.kid);
    const key = published === undefined ? undefined : parseSignerKey(published);
    return key !== undefined && !isRefusal(key) && verifyEnvelopeSignature(suite, { signature, key }) === undefined;
  };
  return leaf.envelope.signatures.filter(verifies).map((signature) => signature.kid);
}

function groundOf(input: { suite: Suite; founding: Founding; accord: AccordId }): Ground {
  const { suite, founding, accord } = input;
  return new Ground({
    accord,
    founding,
    procedures: new Map(allProcedures.map((procedure) => [procedure.name, procedure])),
    digest: (value) => canonicalDigest(suite, value),
    keyId: (publicKey) => textKeyId(suite, publicKey),
  });
}
