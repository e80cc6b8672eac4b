// What a side keeps for itself, by the commands, on a running node: drafts, the access log, clearances, labels,
// retention.

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entente, must, refusedAs, twoSides } from "../testing.ts";

const sides = await twoSides();
const as = (officer: string): string[] => [...sides.ma, "--as", officer];
const labelled = (officer: string): string[] => [...as(officer), "--label", "unclassified"];
let body: string;

beforeAll(async () => {
  const add = (id: string, functions: string) =>
    must(["officer", "add", id, ...sides.ma, "--service", "registry", "--functions", functions]);
  await add("keeper", "registrar");
  await add("second", "registrar");
  await add("security", "security-officer");
  await add("root", "administrator");
  const key = await must(["service", "key", "visits-office", ...sides.ma]);
  body = sides.write("service.json", {
    service: "visits-office",
    names: { en: "Visits office" },
    kind: "ministry",
    domains: ["visits"],
    functions: [{ function: "liaison-officer", names: { en: "Liaison" }, officers: [] }],
    keys: [key.publicKey],
    contact: { office: "Room 1" },
  });
  await sides.serve("ma");
});
afterAll(() => sides.close());

test("a draft is composed, listed, returned, written anew and released by a colleague", async () => {
  const composed = await must(["draft", "compose", "designate", ...labelled("keeper"), "--body", body]);
  const id = String(composed.id);
  expect(composed).toMatchObject({ state: "composed", composer: "keeper", version: 1 });
  const listed = await entente(["draft", "list", "--state", "composed", ...as("second")]);
  expect(listed.out.join("\n")).toContain(`${id}  designation designate  composed  by keeper`);
  const returned = await entente(["draft", "return", id, "--reason", "Name the room.", ...as("second")]);
  expect(returned.out.join("\n")).toContain("returned by second: Name the room.");
  expect(await refusedAs(["draft", "release", id, ...as("second")])).toBe("node.draftNotSo");
  const again = ["draft", "compose", "designate", ...labelled("keeper"), "--body", body, "--id", id];
  expect(await must([...again, "--set", "contact.office=Room 2"])).toMatchObject({ state: "composed", version: 3 });
  const shown = await entente(["draft", "show", id, ...as("second")]);
  expect(shown.out.join("\n")).toContain('"office": "Room 2"');
  expect(await must(["draft", "release", id, ...as("second")])).toMatchObject({ status: "registered", id });
  expect((await entente(["draft", "release", id, ...as("second")])).out.join()).toContain("before, and not again");
  expect(await refusedAs(["draft", "remove", id, ...as("keeper")])).toBe("node.draftNotSo");
  expect(await refusedAs(["draft", "show", id, ...as("root")])).toBe("policy.denied");
});

test("a draft that is not released is removed, and then unknown", async () => {
  const { id } = await must(["draft", "compose", "designate", ...labelled("keeper"), "--body", body]);
  expect(await must(["draft", "remove", String(id), ...as("keeper")])).toEqual({ removed: id });
  expect(await refusedAs(["draft", "show", String(id), ...as("keeper")])).toBe("api.unknown");
});

test("the access log is the security officer's to read, as lines and as a table", async () => {
  expect((await entente(["access-log", ...as("security")])).out).toEqual(["Nothing was asked for."]);
  const table = sides.file("opened.csv");
  await must(["access-log", "--csv", "-o", table, ...as("security")]);
  expect(readFileSync(table, "utf8")).toMatch(/^index,at,officer,.*\r\n$/);
  expect((await must(["access-log", "--csv", ...as("security")])).csv).toBe(readFileSync(table, "utf8"));
  expect(await refusedAs(["access-log", ...as("root")])).toBe("policy.denied");
});

test("a clearance is given by a colleague and taken away, never by oneself", async () => {
  const until = "2199-12-31T23:59:59Z";
  const give = (id: string) => ["officer", "clearance", id, "--level", "2", "--until", until, ...as("security")];
  expect(await must(give("keeper"))).toMatchObject({ officer: "keeper", clearance: { level: 2, until } });
  expect((await entente(["officer", "list", ...as("security")])).out.join("\n")).toContain(
    `keeper  registry  registrar  level 2 until ${until}`,
  );
  expect(await refusedAs(give("security"))).toBe("policy.denied");
  expect(await refusedAs(give("nobody"))).toBe("node.unknownOfficer");
  const taken = await must(["officer", "clearance", "keeper", "--none", ...as("security")]);
  expect(taken).not.toHaveProperty("clearance");
  for (const words of [[], ["--level", "1"], ["--level", "1", "--until", until, "--none"]])
    expect(await refusedAs(["officer", "clearance", "keeper", ...words, ...as("security")])).toBe("cli.usage");
});

test("an act's label goes out as XML and comes back as it was; a file that is no label is refused", async () => {
  const made = await must(["act", "designate", ...labelled("keeper"), "--body", body, "--set", "service=other-office"]);
  const file = sides.file("label.xml");
  await must(["label", "export", String(made.id), "-o", file, ...as("keeper")]);
  expect(await must(["label", "import", file, ...as("keeper")])).toMatchObject({
    label: { classification: "unclassified", releasableTo: ["IL", "MA"] },
  });
  const lines = (await entente(["label", "import", file, ...as("keeper")])).out.join("\n");
  expect(lines).toContain("Not in the label: created:");
  expect(await refusedAs(["label", "import", body, ...as("keeper")])).toBe("documents.notXml");
  expect(await refusedAs(["label", "import", sides.file("none.xml"), ...as("keeper")])).toBe("cli.unreadableFile");
});

test("a hold is an act of the registry, told with its reason and lifted by another", async () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const held = await must(["retention", "hold", digest, "--reason", "An inquiry.", ...as("keeper")]);
  expect((await entente(["retention", "list", ...as("security")])).out).toEqual([
    "No rule: nothing is ever erased.",
    "Due: 0",
  ]);
  const lift = ["retention", "lift", String(held.dossier), "--reason", "It has ended."];
  expect(await must([...lift, ...as("second")])).toMatchObject({ status: "registered" });
  expect(await refusedAs([...lift, ...as("second")])).toMatch(/^procedures\./);
  expect(await refusedAs(["retention", "hold", digest, "--reason", "x", ...as("security")])).toBe("policy.denied");
});

test("a calendar's address is told once, opens the feed to whoever has it, and is revoked", async () => {
  const feed = ["--function", "registrar"];
  const { address } = await must(["calendar", "make", ...feed, "--language", "ar", ...as("keeper")]);
  const opened = await fetch(String(address));
  expect(await opened.text()).toContain("BEGIN:VCALENDAR");
  const listed = await entente(["calendar", "list", ...as("keeper")]);
  expect(listed.out.join()).toMatch(/^registrar {2}ar {2}made /);
  expect(listed.out.join()).not.toContain(String(address).slice(-43));
  expect(await refusedAs(["calendar", "make", "--function", "auditor", ...as("keeper")])).toBe("api.unknown");
  await must(["calendar", "revoke", ...feed, ...as("keeper")]);
  expect((await fetch(String(address))).status).toBe(404);
  expect(await refusedAs(["calendar", "revoke", ...feed, ...as("keeper")])).toBe("api.unknown");
});
