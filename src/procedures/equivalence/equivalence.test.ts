import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { inAccordPolicy } from "../document-labels.ts";
import { ChannelWalk } from "../testing/channel-walk.ts";
import { israel, morocco, termsWith } from "../testing/walk.ts";
import { type EquivalenceData, equivalenceProcedure, tableOf } from "./equivalence.ts";
import { examples, exampleTable } from "./examples.ts";

const terms = termsWith();

function opened(change: JsonObject = {}): { made: string; walk: ChannelWalk<EquivalenceData> } {
  const walk = new ChannelWalk(equivalenceProcedure, { examples, terms });
  return { made: walk.make(morocco, "table", { change }), walk };
}

const rowsOf = (): readonly JsonObject[] => {
  const { rows } = exampleTable({ terms });
  return Array.isArray(rows) ? rows.filter((row): row is JsonObject => typeof row === "object" && row !== null) : [];
};
const policiesOf = (change: JsonObject): JsonObject => {
  const { policies } = exampleTable({ terms });
  const [first] = Array.isArray(policies) ? policies : [];
  return { policies: [{ ...(typeof first === "object" ? first : {}), ...change }] };
};

test("a table tabled by one side is in force once both have adopted the very same one", () => {
  const { walk } = opened();
  walk.go("MA adopt");
  expect(walk.state).toBe("tabled");
  expect(tableOf(walk.walk.dossier)).toBeUndefined();
  walk.go("IL adopt");
  expect(walk.state).toBe("adopted");
  const table = tableOf(walk.walk.dossier);
  if (!table) throw new TypeError("The table is adopted.");
  const label = { policy: "example-national", classification: "guarded" };
  const at = Date.parse("2022-06-01T00:00:00Z");
  expect(inAccordPolicy({ terms: { ...terms, equivalence: [table] }, label, at })).toMatchObject({
    level: "restricted",
    markings: ["special-handling"],
  });
});

test("neither side adopts another table than the one that lies there", () => {
  const { walk } = opened();
  expect(walk.make(israel, "adopt", { body: { table: `sha256:${"0".repeat(64)}` } })).toBe(
    "procedures.equivalenceOtherTable",
  );
  walk.go("MA adopt", "IL retable");
  const old = walk.walk.lines[0][1]?.act.body;
  expect(walk.make(israel, "adopt", old ? { body: old } : {})).toBe("procedures.equivalenceOtherTable");
  expect(walk.make(israel, "adopt")).toBe("procedures.notTheSame");
  walk.go("MA adopt", "IL adopt");
  expect(walk.state).toBe("adopted");
});

test("a table's last day is not before its first", () => {
  expect(opened({ validFrom: "2022-01-02", validUntil: "2022-01-01" }).made).toBe("procedures.equivalenceDates");
  expect(opened({ validFrom: "2022-01-01", validUntil: "2022-01-01" }).made).toBe("effective");
});

test("a policy is named once, is not the accord's own, and belongs to a party", () => {
  expect(opened(policiesOf({ policy: "test" })).made).toBe("procedures.equivalencePolicy");
  expect(opened(policiesOf({ owner: "FR" })).made).toBe("procedures.equivalencePolicy");
});

test("every level and marking has a name in each language of the accord", () => {
  expect(opened(policiesOf({ levels: [{ code: "guarded", names: { fr: "Gardé" } }] })).made).toBe(
    "procedures.equivalenceNames",
  );
  expect(opened(policiesOf({ markings: [{ code: "eyes-only", names: { en: "Eyes only" } }] })).made).toBe(
    "procedures.equivalenceNames",
  );
});

test("a row lies between two policies of the table, names their levels, and says what no other row says", () => {
  const [first] = rowsOf();
  const row = (from: JsonObject, to: JsonObject): JsonObject => ({ rows: [{ from, to }] });
  const own = { policy: "example-national", level: "guarded" };
  const accord = { policy: "test", level: "restricted" };
  expect(opened(row({ ...own, level: "cosmic" }, accord)).made).toBe("procedures.equivalenceRow");
  expect(opened(row(own, { ...accord, policy: "unheard-of" })).made).toBe("procedures.equivalenceRow");
  expect(opened(row(accord, accord)).made).toBe("procedures.equivalenceRow");
  expect(opened({ rows: first ? [first, first] : [] }).made).toBe("procedures.equivalenceRow");
  expect(opened(row(own, accord)).made).toBe("effective");
});

test("a withdrawn table holds until then and no longer", () => {
  const { walk } = opened({ validUntil: "2030-12-31" });
  walk.go("MA adopt", "IL adopt", "IL withdraw");
  expect(walk.state).toBe("withdrawn");
  expect(tableOf(walk.walk.dossier)?.validUntil).toBe(walk.data.withdrawnAt);
});

test("a withdrawal prevails over an adoption that crosses it", () => {
  const { walk } = opened();
  walk.go("MA adopt");
  expect(walk.make(israel, "adopt", { saw: 2 })).toBe("effective");
  expect(walk.make(morocco, "withdraw", { saw: 0 })).toBe("effective");
  expect(walk.state).toBe("withdrawn");
});

test("only a table that both have adopted, and that names it, supersedes another", () => {
  const { walk } = opened();
  walk.go("MA adopt", "IL adopt");
  expect(walk.make(israel, "supersede")).toBe("procedures.equivalenceNotSuperseded");
  const table = tableOf(walk.walk.dossier);
  const other = table && { ...table, dossier: walk.walk.dossier.id, supersedes: [walk.walk.dossier.id] };
  const held = { ...terms, equivalence: other ? [other] : [] };
  expect(walk.make(israel, "supersede", { terms: held, body: { by: walk.walk.dossier.id } })).toBe("effective");
  expect(walk.state).toBe("superseded");
});
