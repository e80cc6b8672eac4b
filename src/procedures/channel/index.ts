// The door of channels, for the rest of this room.

export { type ChannelData, type ChannelStep, channelOf, channelProcedure } from "./channel.ts";
export {
  type ExampleContext as ChannelExampleContext,
  exampleChannel,
  examples as channelExamples,
} from "./examples.ts";
