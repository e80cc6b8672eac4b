// The cases of evidence of forks. What is expected of each stands here as it was meant, not as the code
// answers: the test beside the room finds out whether they agree.

import { base64 } from "../../src/base/index.ts";
import { prefixPath } from "../../src/register/index.ts";
import { nativeSuite as suite } from "../../src/seal/native.ts";
import type { Case } from "./case.ts";
import { checkpointText, cosigned, forkedTiles, heads, textOf, tiles, withText } from "./sample.ts";

const { grown, young, forked, single, empty, foreign } = heads;
const youngText = checkpointText(young);
const [youngRoot = ""] = youngText.split("\n").slice(2);

const armour = "entente/fork-evidence@v1\n";
const [youngNote, forkedNote, grownNote] = [young, forked, grown].map((head) => textOf(head.checkpoint));
const honestPath = (await prefixPath({ suite, tiles, first: 6, second: grown.size })).map(base64);
const path = (await prefixPath({ suite, tiles, first: forked.size, second: grown.size })).map(base64);
const forkedPath = (await prefixPath({ suite, tiles: forkedTiles, first: 1, second: forked.size })).map(base64);
const lines = (hashes: readonly string[]): string => hashes.map((hash) => `${hash}\n`).join("");

export const forkEvidence: readonly Case[] = [
  {
    desc: "two heads of one size",
    file: `${armour}\n${youngNote}\n${forkedNote}`,
    accepted: { first: 7, second: 7 },
  },
  {
    desc: "two heads of one size, with cosignatures",
    file: `${armour}\n${cosigned(young)}\n${cosigned(forked)}`,
    accepted: { first: 7, second: 7 },
  },
  {
    desc: "a head that is not the beginning of a larger one",
    file: `${armour}${lines(path)}\n${forkedNote}\n${grownNote}`,
    accepted: { first: 7, second: 300 },
  },
  {
    desc: "a head that is the beginning of a larger one",
    file: `${armour}${lines(path)}\n${youngNote}\n${grownNote}`,
    refused: "register.noFork",
  },
  {
    desc: "the only leaf, a full subtree, at the beginning of a larger register",
    file: `${armour}${lines(forkedPath)}\n${textOf(single.checkpoint)}\n${forkedNote}`,
    refused: "register.noFork",
  },
  { desc: "one head twice", file: `${armour}\n${youngNote}\n${youngNote}`, refused: "register.noFork" },
  {
    desc: "hashes of another size",
    file: `${armour}${lines(honestPath)}\n${forkedNote}\n${grownNote}`,
    refused: "register.noFork",
  },
  { desc: "no hashes for two sizes", file: `${armour}\n${forkedNote}\n${grownNote}`, refused: "register.noFork" },
  {
    desc: "hashes for one size",
    file: `${armour}${lines(path)}\n${youngNote}\n${forkedNote}`,
    refused: "register.noFork",
  },
  {
    desc: "the larger head first",
    file: `${armour}${lines(path)}\n${grownNote}\n${forkedNote}`,
    refused: "register.noFork",
  },
  {
    desc: "an empty register before another",
    file: `${armour}${lines(path)}\n${textOf(empty.checkpoint)}\n${grownNote}`,
    refused: "register.noFork",
  },
  {
    desc: "a head that was not signed",
    file: `${armour}\n${youngNote}\n${withText(young, youngText.replace(youngRoot, base64(forked.root)))}`,
    refused: "seal.noteSignatureInvalid",
  },
  {
    desc: "the head of another register",
    file: `${armour}\n${youngNote}\n${textOf(foreign.checkpoint)}`,
    refused: "register.wrongOrigin",
  },
  { desc: "one head only", file: `${armour}\n${youngNote}`, refused: "register.badForkEvidence" },
  {
    desc: "a third head",
    file: `${armour}\n${youngNote}\n${forkedNote}\n${grownNote}`,
    refused: "register.badForkEvidence",
  },
  {
    desc: "a later version",
    file: `${armour.replace("v1", "v2")}\n${youngNote}\n${forkedNote}`,
    refused: "register.badForkEvidence",
  },
  {
    desc: "a hash that is not base64",
    file: `${armour}!\n\n${forkedNote}\n${grownNote}`,
    refused: "register.badForkEvidence",
  },
  { desc: "a hash of three bytes", file: `${armour}AAAA\n\n${forkedNote}\n${grownNote}`, refused: "register.badHash" },
  {
    desc: "65 hashes",
    file: `${armour}${lines(Array.from({ length: 65 }, () => path[0] ?? ""))}\n${forkedNote}\n${grownNote}`,
    refused: "register.badForkEvidence",
  },
];
