// Acts and their proofs as pages show them.

export { BodyView, Fingerprint, shortHex } from "../body-view.tsx";
export { Fact } from "../fact.tsx";
export { Foreign } from "../foreign.tsx";
export { LevelMark } from "../level-mark.tsx";
export { ArticlesText } from "./articles.tsx";
export { ProofDrawer } from "./drawer.tsx";
export { ProofLadder, useRung } from "./ladder.tsx";
export { OutcomeNote } from "./outcome.tsx";
