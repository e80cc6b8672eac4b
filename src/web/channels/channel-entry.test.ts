import { expect, test } from "vitest";
import { channelProcedure } from "../../procedures/index.ts";
import { beginChannel, flawsOf, parseChannelEntry, termsSaid } from "./channel-entry.ts";

const parties = ["MA", "IL"];
const terms = {
  title: "Training",
  reference: "C-1",
  services: { MA: "channel", IL: "channel" },
  articles: ["4"],
  cap: "restricted",
  releasableTo: ["IL", "MA"],
  contacts: {
    MA: { office: "Room 7", function: "liaison-officer", phone: "+212 5 00 00 00" },
    IL: { office: "Room 9", function: "liaison-officer" },
  },
};

test("the terms of a channel are written again as they stand, in the form that the procedure takes", () => {
  const said = termsSaid(beginChannel(terms), parties);
  expect(said).toEqual(terms);
  expect(channelProcedure.steps.propose?.body.safeParse(said).success).toBe(true);
});

test("an empty form lacks everything but the telephone numbers", () => {
  expect(flawsOf(beginChannel(undefined), parties)).toEqual(["title", "services", "articles", "cap", "contacts"]);
});

test("a telephone number of another form is told, and one side's contact does not do for the other", () => {
  const entry = { ...beginChannel(terms), phones: { MA: "0522" }, offices: { MA: "Room 7" } };
  expect(flawsOf(entry, parties)).toEqual(["contacts", "phones"]);
});

test("what was kept is read back, and what is no form is empty", () => {
  const entry = beginChannel(terms);
  expect(parseChannelEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  expect(parseChannelEntry("text")).toEqual(beginChannel(undefined));
});
