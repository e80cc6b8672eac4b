export { encodeActProof, type ProofParts, type ProvenAct, type ProvenLeaf, proofBytesMax, verifyActProof } from "./proof.ts";
