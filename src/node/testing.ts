// The door for tests, benchmarks and the simulator: two real sides brought up in temporary folders.

export { selfSigned } from "./http/testing/certificate.ts";
export { HostilePeer } from "./testing/hostile.ts";
export {
  accepted,
  foundPair,
  freePort,
  type PairOptions,
  restart,
  serveSide,
  startPair,
  type TestPair,
  type TestSide,
  until,
} from "./testing/pair.ts";
export {
  bringIntoForce,
  designate,
  draftOfStep,
  type InForce,
  make,
  nextId,
  openVisits,
  type Step,
  type StoryService,
  synced,
} from "./testing/story.ts";
