import { expect, test } from "vitest";
import type { AccordDetail, DirectoryService } from "../../api/index.ts";
import { articlesFor, missingFor, servicesFor } from "./channel-offers.ts";

const article = (number: string, domains: string[], applies = true): AccordDetail["articles"][number] => ({
  number,
  titles: {},
  domains,
  applies,
});

const service = (code: string, given: Partial<DirectoryService> = {}): DirectoryService => ({
  service: code,
  names: {},
  withdrawn: false,
  domains: ["intelligence"],
  functions: [],
  keys: [],
  sealing: [{ recipient: "age1", valid: true, state: "valid" }],
  ...given,
});

const articles = [article("1", ["visits"]), article("4", ["intelligence"])];
const parties = ["MA", "IL"];

test("only articles in force that allow channels are offered, and only services designated for them", () => {
  expect(articlesFor([...articles, article("9", ["intelligence"], false)]).map((one) => one.number)).toEqual(["4"]);
  const directory = {
    parties: {
      MA: [service("channel"), service("old", { withdrawn: true }), service("far", { domains: ["training"] })],
    },
  };
  expect(servicesFor(directory, "MA").map((one) => one.service)).toEqual(["channel"]);
  expect(servicesFor(directory, "IL")).toEqual([]);
});

test("what is missing is told by kind and by side", () => {
  const directory = { parties: { MA: [service("channel", { sealing: [] })], IL: [] } };
  expect(missingFor({ articles: [], directory, parties, chosen: { MA: "channel" } })).toEqual([
    { what: "article" },
    { what: "sealing", party: "MA" },
    { what: "service", party: "IL" },
  ]);
});

test("nothing is missing where both ends can be sealed to", () => {
  const directory = { parties: { MA: [service("channel")], IL: [service("channel")] } };
  expect(missingFor({ articles, directory, parties, chosen: { MA: "channel", IL: "channel" } })).toEqual([]);
});
