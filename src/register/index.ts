// The door of the room `register`: an append-only tree of leaves it cannot read, its tiles, signed heads, proofs and
// cosignatures, and the port to its storage.

export { type Checkpoint, formatCheckpointText, parseCheckpoint, type ReadCheckpoint } from "./checkpoint.ts";
export {
  type RegisterKeys,
  type RegisterSigners,
  signCheckpoint,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from "./checkpointSignature.ts";
export { checkRegister, type RegisterFinding } from "./checkRegister.ts";
export { attachCosignature, cosign, verifyCosignature } from "./cosignature.ts";
export {
  encodeForkEvidence,
  type ForkEvidence,
  type ProvenFork,
  parseForkEvidence,
  verifyForkEvidence,
} from "./forkEvidence.ts";
export { appendLeaf, emptyFrontier, type Frontier, rootOf } from "./frontier.ts";
export { MemoryRegisters } from "./memoryRegisters.ts";
export { emptyRoot, leafHash, leafHashes, nodeHash } from "./merkle.ts";
export {
  checkLeaf,
  type Hash,
  hashBytes,
  type LeafIndex,
  maxLeafBytes,
  type Origin,
  parseHash,
  parseLeafIndex,
  parseOrigin,
  parseTreeSize,
  type TreeSize,
} from "./names.ts";
export type { Head, RegisterCommit, RegisterReader } from "./port.ts";
export { consistencyProof, type HashReader, inclusionProof, prefixPath } from "./proof.ts";
export { verifyConsistency, verifyInclusion } from "./proofCheck.ts";
export { encodeProof, type ProofFile, parseProof, type VerifiedProof, verifyProof } from "./proofFile.ts";
export { loadEdge, prefixRoot, storedTiles } from "./storedTree.ts";
export {
  checkTile,
  encodeBundle,
  entriesPath,
  parseBundle,
  parseTilePath,
  type TilePath,
  type TilePlace,
  tilePath,
  tileWidth,
  widthAt,
} from "./tile.ts";
export {
  type Appended,
  appendBatch,
  edgeOfTiles,
  emptyEdge,
  type TileWrite,
  type TreeEdge,
} from "./treeEdge.ts";
