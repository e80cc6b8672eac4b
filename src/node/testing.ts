// The door for tests, benchmarks and the simulator: two real sides brought up in temporary folders.

export { selfSigned } from "./http/testing/certificate.ts";
export { freePort } from "./port.ts";
export { type ChannelStory, dispatchOf, openChannel, sealedFor } from "./testing/channels.ts";
export { HostilePeer } from "./testing/hostile.ts";
export { type Answered, OfficerClient, signedPayload } from "./testing/http.ts";
export { type LinkedPair, type LinkedSide, linkedPair } from "./testing/linked.ts";
export { type Offices, openOffices } from "./testing/offices.ts";
export { type PageAnswer, TestBrowserPage } from "./testing/pages.ts";
export {
  accepted,
  foundPair,
  type PairOptions,
  restart,
  serveSide,
  startPair,
  type TestPair,
  type TestSide,
  until,
} from "./testing/pair.ts";
export {
  designate,
  draftOfStep,
  make,
  nextId,
  type Step,
  type StoryService,
  signed,
} from "./testing/steps.ts";
export { accordData, bringIntoForce, type InForce, type StoryPair, synced } from "./testing/story.ts";
export { DossierTelling, type Examples, type Of } from "./testing/telling.ts";
export { openVisits, requestDigest, requestVisit, visitMaker, visitRequest } from "./testing/visits.ts";
