import { expect, test } from "vitest";
import { sampleAct } from "../../test/acts.ts";
import type { PartyCode } from "../acts/index.ts";
import { refuseOutsideChannel } from "./channel-guard.ts";
import type { Channel } from "./terms.ts";
import { channelId, channelTerms, openChannel, walker } from "./testing/channel-terms.ts";
import { morocco } from "./testing/walk.ts";

const party = (code: string): PartyCode => code as PartyCode;

interface Asked {
  readonly channel?: Partial<Channel> | null;
  readonly act?: Readonly<Record<string, unknown>>;
  readonly label?: object;
  readonly carries?: boolean;
}

function asked({ channel, act, label, carries = true }: Asked = {}): string {
  const terms = channelTerms({ channel: channel === null ? undefined : openChannel(channel ?? {}) });
  const made = sampleAct({
    service: walker,
    articles: ["1"],
    label: { policy: "test", classification: "open", releasableTo: ["IL", "MA"], ...label },
    ...act,
  });
  return refuseOutsideChannel({ act: made, side: morocco, terms }, { channel: channelId, carries })?.code ?? "allowed";
}

test("an act goes by an open channel when its end makes it, under its articles, within cap and releasability", () => {
  expect(asked()).toBe("allowed");
  expect(asked({ label: { classification: "confidential" }, act: { articles: ["2", "6"] } })).toBe("allowed");
});

test("nothing goes by a channel that is not there, or that its author has not seen opened", () => {
  expect(asked({ channel: null })).toBe("procedures.noChannel");
});

test("nothing is sent by a channel that is suspended or closed, but what was sent is still answered for", () => {
  for (const state of ["suspended", "closed"] as const) {
    expect(asked({ channel: { state } })).toBe("procedures.channelNotOpen");
    expect(asked({ channel: { state }, carries: false })).toBe("allowed");
  }
});

test("only the side's own end of the channel sends by it", () => {
  expect(asked({ act: { service: "protocol" } })).toBe("procedures.channelOtherService");
  expect(asked({ channel: { services: {} } })).toBe("procedures.channelOtherService");
});

test("the act rests on an article that allows the channel", () => {
  expect(asked({ act: { articles: ["2"] } })).toBe("procedures.channelOtherArticle");
});

test("nothing goes above the channel's cap or beyond its releasability", () => {
  expect(asked({ label: { classification: "secret" } })).toBe("procedures.aboveChannelCap");
  expect(asked({ label: { classification: "cosmic" } })).toBe("procedures.aboveChannelCap");
  expect(asked({ label: { releasableTo: ["FR", "IL", "MA"] } })).toBe("procedures.channelReleasability");
  const wide = { releasableTo: ["FR", "IL", "MA"].map(party) };
  expect(asked({ channel: wide, label: { releasableTo: ["FR", "IL", "MA"] } })).toBe("allowed");
});
