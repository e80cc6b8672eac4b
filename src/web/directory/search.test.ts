import { expect, test } from "vitest";
import type { DirectoryService } from "../../api/index.ts";
import { matches } from "./search.ts";

const service: DirectoryService = {
  service: "adn-security",
  names: { fr: "Autorité de sécurité", ar: "سلطة الأمن", he: "רשות הביטחון" },
  withdrawn: false,
  domains: ["visits"],
  functions: [{ function: "liaison-officer", names: { fr: "Officier de liaison" }, keys: [] }],
  keys: [{ kid: "aB3x", valid: true, state: "valid" }],
  sealing: [],
  contact: { email: "liaison@example.test" },
};

test("a service is found by any of its names, without accents, vowel signs or case", () => {
  for (const sought of ["autorite", "AUTORITÉ de", "الامن", "סלטת", "רשות", "liaison", "example.test", "ab3"]) {
    expect([sought, matches(service, sought)]).toEqual([sought, sought !== "סלטת"]);
  }
});

test("every word must be there, and nothing sought finds all", () => {
  expect(matches(service, "securite visits")).toBe(true);
  expect(matches(service, "securite training")).toBe(false);
  expect(matches(service, "  ")).toBe(true);
});
