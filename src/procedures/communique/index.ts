export { communiqueProcedure } from "./communique.ts";
export {
  type CommuniqueData,
  freedBy,
  isPlaced,
  type PublicText,
  publicText,
  releasedAt,
  uncleared,
} from "./data.ts";
export { examples as communiqueExamples, otherExamples as otherCommuniqueExamples } from "./examples.ts";
export { type PublicVersion, type ToldToPublic, toldToPublic } from "./public.ts";
