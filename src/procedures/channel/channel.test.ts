import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import type { Service } from "../services.ts";
import { channelTerms, serviceWith, surveyOffice, walker } from "../testing/channel-terms.ts";
import { ChannelWalk } from "../testing/channel-walk.ts";
import { israel, morocco } from "../testing/walk.ts";
import { type ChannelData, channelOf, channelProcedure } from "./channel.ts";
import { examples } from "./examples.ts";

const terms = channelTerms({ channel: undefined });

function proposed(change: JsonObject = {}, held = terms): { made: string; walk: ChannelWalk<ChannelData> } {
  const walk = new ChannelWalk(channelProcedure, { examples, terms: held });
  return { made: walk.make(morocco, "propose", { change }), walk };
}

const open = (): ChannelWalk<ChannelData> => proposed().walk.go("IL confirm");

test("a channel proposed by one side is open once the other has confirmed that very proposal", () => {
  const { walk } = proposed();
  expect(channelOf(walk.walk.dossier)).toBeUndefined();
  expect(walk.make(israel, "confirm", { body: { proposal: `sha256:${"0".repeat(64)}` } })).toBe(
    "procedures.channelOtherProposal",
  );
  expect(walk.make(morocco, "confirm")).toBe("procedures.wrongSide");
  walk.go("IL confirm");
  expect(channelOf(walk.walk.dossier)).toMatchObject({
    state: "open",
    cap: "confidential",
    releasableTo: ["IL", "MA"],
  });
});

test("no article in force that allows it, no channel", () => {
  expect(proposed({ articles: ["2"] }).made).toBe("procedures.channelNoArticle");
  expect(proposed({ articles: ["1", "99"] }).made).toBe("procedures.channelNoArticle");
  expect(proposed({}, { ...terms, accord: undefined }).made).toBe("procedures.badBody");
  const ended = terms.accord && { ...terms.accord, endsAt: 0 };
  expect(proposed({}, { ...terms, accord: ended }).made).toBe("procedures.channelNoArticle");
});

test("no designation on either side that stands and is for intelligence, no channel", () => {
  const with_ = (service: Service): string =>
    proposed(
      { services: { IL: walker, MA: walker } },
      channelTerms({ channel: undefined, services: new Map([[walker, service]]) }),
    ).made;
  expect(with_(serviceWith())).toBe("effective");
  expect(with_(serviceWith({ withdrawn: true }))).toBe("procedures.channelNoService");
  expect(with_(serviceWith({ domains: ["visits"] }))).toBe("procedures.channelNoService");
  expect(proposed({ services: { IL: "unheard-of", MA: walker } }).made).toBe("procedures.channelNoService");
});

test("the cap is a level, and not above that of the founding or of an article named", () => {
  expect(proposed({ cap: "cosmic" }).made).toBe("procedures.channelLevel");
  expect(proposed({ cap: "secret" }).made).toBe("procedures.channelAboveCap");
  expect(proposed({ cap: "secret", articles: ["6"] }).made).toBe("effective");
  const low = { ...terms, cap: "restricted" };
  expect(proposed({ cap: "confidential", articles: ["6"] }, low).made).toBe("procedures.channelAboveCap");
});

test("a channel has an end, a contact and a release on both sides", () => {
  expect(proposed({ services: { MA: walker } }).made).toBe("procedures.channelSides");
  expect(proposed({ contacts: {} }).made).toBe("procedures.channelSides");
  expect(proposed({ releasableTo: ["MA"] }).made).toBe("procedures.channelNotReleasable");
});

test("what holds when it was proposed must hold when it is confirmed", () => {
  const { walk } = proposed();
  const services = new Map([[walker, serviceWith({ withdrawn: true })]]);
  const later = channelTerms({ channel: undefined, services });
  expect(walk.make(israel, "confirm", { terms: later })).toBe("procedures.channelNoService");
});

test("both sides change it together, each its own contact alone", () => {
  const walk = open();
  walk.go("MA change");
  expect(walk.data.terms?.title).toBe("Channel for examples");
  walk.go("IL change");
  expect(walk.data.terms?.title).toBe("Channel for examples, narrowed");
  walk.go("IL changeContact");
  expect(walk.data.terms?.contacts).toMatchObject({ IL: { office: "Room 14" }, MA: { office: "Room 12, MA" } });
});

test("a service that is no end of the channel does not change its contact", () => {
  const office = surveyOffice();
  const services = new Map([
    [walker, serviceWith()],
    [office, serviceWith()],
  ]);
  const held = channelTerms({ channel: undefined, services });
  const { walk } = proposed({ services: { MA: walker, IL: office } }, held);
  walk.go("IL confirm", "MA changeContact");
  expect(walk.make(israel, "changeContact")).toBe("procedures.channelOtherService");
});

test("it is open again when everybody who suspended it has resumed it", () => {
  const walk = open().go("MA suspend");
  expect(walk.make(morocco, "suspend")).toBe("procedures.channelSuspended");
  expect(walk.make(israel, "resume")).toBe("procedures.channelNotSuspended");
  expect(walk.walk.viewAt("2022-03-02T00:00:00Z").turn).toEqual([morocco]);
  walk.go("IL suspend", "MA resume");
  expect(walk.state).toBe("suspended");
  expect(channelOf(walk.walk.dossier)?.state).toBe("suspended");
  walk.go("IL resume");
  expect(walk.state).toBe("open");
});

test("a close prevails over whatever crosses it, and is kept for what the channel has carried", () => {
  const walk = open();
  expect(walk.make(morocco, "changeContact", { saw: 1 })).toBe("effective");
  expect(walk.make(israel, "close", { saw: 1 })).toBe("effective");
  expect(walk.walk.folded().outcomes.get(walk.walk.lines[0][1]?.act.id ?? walk.walk.dossier.id)?.kind).toBe("crossed");
  expect(channelOf(walk.walk.dossier)?.state).toBe("closed");
});

test("a proposal that is taken back or declined opens nothing", () => {
  expect(proposed().walk.go("IL decline").state).toBe("declined");
  const { walk } = proposed();
  expect(walk.make(israel, "confirm", { saw: 1 })).toBe("effective");
  expect(walk.make(morocco, "withdraw", { saw: 0 })).toBe("effective");
  expect(walk.state).toBe("withdrawn");
});
