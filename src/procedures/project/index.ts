export {
  answerWord,
  gateRecord,
  ledgerDigest,
  type ProjectData,
  paidBy,
  presentPhase,
  shareOf,
  transfersLeft,
} from "./data.ts";
export { examples as projectExamples, otherExamples as otherProjectExamples } from "./examples.ts";
export { projectProcedure } from "./project.ts";
