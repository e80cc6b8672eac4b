import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { channelTerms, openChannel } from "../testing/channel-terms.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco } from "../testing/walk.ts";
import { examples } from "./examples.ts";
import { type ReleaseData, releaseProcedure } from "./release.ts";

const asked = (): ChannelWalk<ReleaseData> => new ChannelWalk(releaseProcedure, { examples }).go("MA ask");
const documentsOf = ({ data }: ChannelWalk<ReleaseData>): readonly string[] => data.asked?.documents ?? [];
const named = (...documents: readonly (string | undefined)[]): { change: JsonObject } => ({
  change: { documents: documents.filter((one) => one !== undefined) },
});

test("the originator decides, within ten working days of its own, and nobody else", () => {
  const walk = asked();
  expect(walk.make(morocco, "grant")).toBe("procedures.wrongSide");
  expect(walk.walk.viewAt(hours(1))).toMatchObject({
    turn: [israel],
    deadlines: [{ name: "decision", owners: [israel] }],
  });
  walk.go("IL grant");
  expect(walk.state).toBe("granted");
  expect(releaseProcedure.steps.grant?.grave).toBe(true);
});

test("a consent is for what was asked, and only that is passed on", () => {
  const walk = asked();
  expect(walk.make(israel, "grant", named(`sha256:${"0".repeat(64)}`))).toBe("procedures.releaseNotAsked");
  const [first, second] = documentsOf(walk);
  expect(walk.make(israel, "grant", named(first))).toBe("effective");
  expect(walk.make(morocco, "recordPassingOn", named(second))).toBe("procedures.releaseNotGranted");
  expect(walk.make(morocco, "recordPassingOn", named(first))).toBe("effective");
  expect(walk.data.passedOn).toBe(1);
});

test("a consent that has ended allows nothing more", () => {
  const walk = asked();
  expect(walk.make(israel, "grant", { change: { until: hours(24) } })).toBe("effective");
  expect(walk.make(morocco, "recordPassingOn", { at: hours(23) })).toBe("effective");
  expect(walk.make(morocco, "recordPassingOn", { at: hours(24) })).toBe("procedures.releaseEnded");
});

test("a sanitised version is a document of its own: it is what may be passed on, and can be recalled", () => {
  const walk = asked().go("IL grantSanitised");
  expect(walk.state).toBe("grantedSanitised");
  expect(walk.make(morocco, "recordPassingOn", named(documentsOf(walk)[0]))).toBe("procedures.releaseNotGranted");
  walk.go("MA opened", "MA recordPassingOn", "IL recall", "MA attestDestruction");
  expect(walk.data.documents[0]?.destroyedAt).toBeDefined();
});

test("a denial gives reasons of the list and ends the matter", () => {
  const walk = asked();
  expect(walk.make(israel, "deny", { change: { reasons: [] } })).toBe("procedures.badBody");
  walk.go("IL deny");
  expect(walk.walk.viewAt(hours(1))).toMatchObject({ final: true, turn: [] });
});

test("a request taken back prevails over a consent that crosses it", () => {
  const walk = asked();
  expect(walk.make(israel, "grant", { saw: 1 })).toBe("effective");
  expect(walk.make(morocco, "withdraw", { saw: 0 })).toBe("effective");
  expect(walk.state).toBe("withdrawn");
});

test("consent is asked through the channel the material came by, also when that has been closed", () => {
  const closed = channelTerms({ channel: openChannel({ state: "closed" }) });
  expect(
    new ChannelWalk(releaseProcedure, { examples, terms: closed }).make(morocco, "ask", {
      change: { channel: openChannel().dossier },
    }),
  ).toBe("effective");
  const none = channelTerms({ channel: undefined });
  expect(new ChannelWalk(releaseProcedure, { examples, terms: none }).make(morocco, "ask")).toBe(
    "procedures.noChannel",
  );
});
