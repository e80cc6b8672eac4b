// One side's register in memory, for tests: acts signed with whatever keys are given, one checkpoint over all of them
// that the other side cosigned, and the proof of any leaf. Keys are always the same; nobody else has them.

import {
  type Act,
  accordIdOf,
  type Card,
  encodeAct,
  type Founding,
  isPartyCode,
  parseAct,
  parseCard,
  parseFounding,
  registerName,
} from "../../acts/index.ts";
import { base64url, isRefusal, type Refusal, refusalLine, utf8 } from "../../base/index.ts";
import {
  appendBatch,
  attachCosignature,
  cosign,
  emptyEdge,
  inclusionProof,
  leafHashes,
  MemoryRegisters,
  parseLeafIndex,
  parseOrigin,
  signCheckpoint,
  storedTiles,
} from "../../register/index.ts";
import { canonicalOf, type Ed25519Signer, type MlDsa44Signer, signEnvelope } from "../../seal/index.ts";
import { ed25519Signer, mlDsa44Signer, nativeSuite as suite } from "../../seal/native.ts";
import { encodeActProof, type ProvenLeaf } from "../index.ts";

export interface TestParty {
  readonly card: Card;
  readonly registry: Ed25519Signer;
  readonly register: { readonly ed25519: Ed25519Signer; readonly mlDsa44: MlDsa44Signer };
}

export function ok<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(refusalLine(value));
  return value;
}

export function key(number: number): Ed25519Signer {
  return ed25519Signer(new Uint8Array(32).fill(number));
}

export function partyOf(code: string, number: number): TestParty {
  const register = { ed25519: key(number + 1), mlDsa44: mlDsa44Signer(new Uint8Array(32).fill(number + 2)) };
  const registry = key(number + 3);
  const card = parseCard({
    entente: "card/1",
    party: code,
    names: { en: code },
    node: base64url(key(number).publicKey),
    register: {
      ed25519: base64url(register.ed25519.publicKey),
      mlDsa44: base64url(register.mlDsa44.publicKey),
    },
    registry: base64url(registry.publicKey),
    address: "https://entente.example.org",
    zone: "Africa/Casablanca",
    weekend: [6, 7],
  });
  return { card: ok(card), registry, register };
}

export function foundingOf(parties: readonly [TestParty, TestParty]): Founding {
  return ok(
    parseFounding({
      entente: "founding/1",
      names: { en: "Test accord" },
      cards: parties.map((party) => party.card),
      labels: { policy: "TEST", levels: [{ code: "unclassified", names: { en: "Unclassified" } }] },
      cap: "unclassified",
    }),
  );
}

export interface Made {
  readonly body: unknown;
  readonly step: string;
  readonly signers: readonly Ed25519Signer[];
  readonly dossier?: string;
  readonly procedure?: string;
  readonly service?: string;
  readonly function?: string;
  readonly party?: string;
  readonly accord?: string;
}

export class TestRegister {
  readonly founding: Founding;
  readonly party: TestParty;
  readonly other: TestParty;
  readonly leaves: Uint8Array[] = [];
  #acts = 0;

  constructor(party: TestParty, other: TestParty) {
    this.founding = foundingOf([party, other]);
    this.party = party;
    this.other = other;
  }

  /** Signs an act, valid or not, and appends it. Gives its id; it names itself as the dossier where none is given. */
  make(made: Made): Act {
    this.#acts += 1;
    const id = `01890000-0000-7000-8000-${String(this.#acts).padStart(12, "0")}`;
    const act = parseAct(
      utf8(
        canonicalOf({
          accord: made.accord ?? accordIdOf(suite, this.founding),
          id,
          party: made.party ?? this.party.card.party,
          service: made.service ?? "registry",
          function: made.function ?? "registrar",
          dossier: made.dossier ?? id,
          procedure: made.procedure ?? "designation/1",
          step: made.step,
          articles: [],
          label: { policy: "TEST", classification: "unclassified", releasableTo: ["IL", "MA"] },
          body: made.body,
          seen: 0,
          at: { instant: "2021-11-24T14:30:00Z", zone: "Africa/Casablanca" },
        }),
      ),
    );
    const payload = ok(encodeAct(ok(act)));
    this.leaves.push(signEnvelope({ payload, signers: made.signers, suite }));
    return ok(act);
  }

  /**
   * The proof of a leaf, under a checkpoint of the whole register; `cosigned: false` leaves the other side's part out.
   */
  async prove(index: number, options: { cosigned: boolean } = { cosigned: true }): Promise<ProvenLeaf> {
    const party = this.party.card.party;
    const other = this.other.card.party;
    if (!isPartyCode(party) || !isPartyCode(other)) throw new Error("No party.");
    const accord = accordIdOf(suite, this.founding);
    const origin = ok(parseOrigin(registerName(accord, party)));
    const { edge, root, tiles } = appendBatch({ suite, edge: emptyEdge, leafHashes: leafHashes(suite, this.leaves) });
    const time = 1_637_764_200;
    const head = { origin, size: edge.size, root };
    const signed = signCheckpoint({ suite, ...head, ...this.party.register, time });
    const cosignerName = registerName(accord, other);
    const lines = cosign({ suite, checkpoint: head, cosignerName, time: time + 60, ...this.other.register });
    const note = options.cosigned ? ok(attachCosignature(signed, lines)) : signed;
    const store = new MemoryRegisters();
    const commit = { origin, expected: undefined, leaves: this.leaves, tiles, head: { ...head, checkpoint: note } };
    await store.commit(commit);
    const proof = await inclusionProof({ suite, tiles: storedTiles(store, origin), index, size: edge.size });
    const leaf = this.leaves[index];
    if (!leaf) throw new Error("No such leaf.");
    return { leaf, index: ok(parseLeafIndex(index)), proof, note };
  }

  /** The proof file of one leaf with the mandate that stands at the others. */
  async file(index: number, mandate: readonly number[]): Promise<Uint8Array> {
    const party = this.party.card.party;
    if (!isPartyCode(party)) throw new Error("No party.");
    const proven = await Promise.all(mandate.map((one) => this.prove(one)));
    return encodeActProof({ founding: this.founding, party, act: await this.prove(index), mandate: proven });
  }
}
