// The door of the room `proof`: the one file of an act that a stranger checks offline.

export {
  encodeActProof,
  type ProofParts,
  type ProvenAct,
  type ProvenLeaf,
  proofBytesMax,
  verifyActProof,
} from "./proof.ts";
