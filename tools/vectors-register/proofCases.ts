// The cases of proof files. What is expected of each stands here as it was meant, not as the code
// answers: the test beside the room finds out whether they agree.

import { base64, utf8 } from "../../src/base/index.ts";
import { encodeProof, inclusionProof, type LeafIndex, parseLeafIndex } from "../../src/register/index.ts";
import { nativeSuite as suite } from "../../src/seal/native.ts";
import { sampleTime } from "../../test/registers.ts";
import type { Case } from "./case.ts";
import { cosigned, heads, leaves, textOf, tiles } from "./sample.ts";

const { grown, single, foreign } = heads;

async function proofFile(index: number, extra?: Uint8Array): Promise<string> {
  const proof = await inclusionProof({ suite, tiles, index, size: grown.size });
  const checkpointNote = utf8(cosigned(grown));
  return textOf(encodeProof({ index: leafIndex(index), proof, checkpointNote, ...(extra ? { extra } : {}) }));
}

function leafIndex(index: number): LeafIndex {
  const parsed = parseLeafIndex(index);
  if (typeof parsed !== "number") throw new Error(parsed.code);
  return parsed;
}

function leafAt(index: number): string {
  return base64(leaves[index] ?? new Uint8Array());
}

const good = await proofFile(271);
const accepted = { index: 271, size: 300, cosignedAt: sampleTime };
const singleProof = { index: leafIndex(0), proof: [], checkpointNote: utf8(cosigned(single)) };
const [hashLine = ""] = good.split("\n").slice(2);

export const proofs: readonly Case[] = [
  { desc: "a leaf in the middle", leaf: leafAt(271), file: good, accepted },
  { desc: "the first leaf", leaf: leafAt(0), file: await proofFile(0), accepted: { ...accepted, index: 0 } },
  { desc: "the last leaf", leaf: leafAt(299), file: await proofFile(299), accepted: { ...accepted, index: 299 } },
  { desc: "extra data", leaf: leafAt(271), file: await proofFile(271, utf8("an act")), accepted },
  {
    desc: "the only leaf, of which no hash is needed",
    leaf: leafAt(0),
    file: textOf(encodeProof(singleProof)),
    accepted: { index: 0, size: 1, cosignedAt: sampleTime },
  },
  { desc: "another leaf", leaf: leafAt(270), file: good, refused: "register.inclusionUnproven" },
  {
    desc: "another index",
    leaf: leafAt(271),
    file: good.replace("index 271", "index 270"),
    refused: "register.inclusionUnproven",
  },
  {
    desc: "an index past the register",
    leaf: leafAt(271),
    file: good.replace("index 271", "index 300"),
    refused: "register.inclusionUnproven",
  },
  {
    desc: "a hash too few",
    leaf: leafAt(271),
    file: good.replace(`${hashLine}\n`, ""),
    refused: "register.inclusionUnproven",
  },
  {
    desc: "a hash too many",
    leaf: leafAt(271),
    file: good.replace(`${hashLine}\n`, `${hashLine}\n${hashLine}\n`),
    refused: "register.inclusionUnproven",
  },
  {
    desc: "an index with a leading zero",
    leaf: leafAt(271),
    file: good.replace("index 271", "index 0271"),
    refused: "register.badNumber",
  },
  { desc: "no index", leaf: leafAt(271), file: good.replace("index 271\n", ""), refused: "register.badProofFile" },
  { desc: "a later version", leaf: leafAt(271), file: good.replace("@v1", "@v2"), refused: "register.badProofFile" },
  { desc: "no checkpoint", leaf: leafAt(271), file: good.replaceAll("\n\n", "\n"), refused: "register.badProofFile" },
  {
    desc: "extra data without bytes",
    leaf: leafAt(271),
    file: good.replace("index", "extra \nindex"),
    refused: "register.badProofFile",
  },
  {
    desc: "a hash that is not base64",
    leaf: leafAt(271),
    file: good.replace(hashLine, `${hashLine.slice(0, -1)}!`),
    refused: "register.badProofFile",
  },
  {
    desc: "a hash of 30 bytes",
    leaf: leafAt(271),
    file: good.replace(hashLine, hashLine.slice(4).replace(/^(.{36}).*$/, "$1")),
    refused: "register.badHash",
  },
  {
    desc: "64 hashes",
    leaf: leafAt(271),
    file: good.replace(`${hashLine}\n`, `${hashLine}\n`.repeat(64)),
    refused: "register.badProofFile",
  },
  {
    desc: "a checkpoint without cosignatures",
    leaf: leafAt(0),
    file: textOf(encodeProof({ ...singleProof, checkpointNote: single.checkpoint })),
    refused: "seal.noteSignatureMissing",
  },
  {
    desc: "the checkpoint of another register",
    leaf: leafAt(0),
    file: textOf(encodeProof({ ...singleProof, checkpointNote: foreign.checkpoint })),
    refused: "register.wrongOrigin",
  },
];
