import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { detailsText, nomineesFrom } from "./nominees.ts";

const read = (text: string, details = true) =>
  nomineesFrom({ bytes: utf8(text), prefix: "il-", taken: new Set(["il-9"]), details });
const problems = (text: string, details = true) =>
  read(text, details).flaws.map((flaw) => `${flaw.line} ${flaw.problem} ${flaw.got}`.trim());

test("what the register may hold is told apart from personal data, whatever its columns are called", () => {
  const { nominees, flaws } = read(
    "nominee,function,priority,rank,nom\nil-1,Medic,2,Captain,Lévy\nil-2,Medic,,Major,Cohen\n",
  );
  expect(flaws).toEqual([]);
  expect(nominees).toEqual([
    { nominee: "il-1", function: "Medic", priority: 2, personal: { rank: "Captain", nom: "Lévy" } },
    { nominee: "il-2", function: "Medic", priority: 5, personal: { rank: "Major", nom: "Cohen" } },
  ]);
});

test("every flaw is told by its line", () => {
  expect(problems("")).toEqual(["1 empty"]);
  expect(problems("nominee,rank\nil-1,x\n")).toEqual(["1 noColumn function"]);
  expect(problems("nominee,function,a,a\nil-1,x,y,z\n")).toEqual(["1 twiceColumn a"]);
  expect(problems('nominee,function\n"il-1,x\n')).toEqual(["2 unreadable"]);
  expect(
    problems(
      [
        "nominee,function,priority,rank",
        ...["ma-1,Medic,,x", "il-9,Medic,,x", "il-1,,,x", "il-2,Medic,high,x"],
        ...["il-3,Medic,1,", "il-4,Medic,,x", "il-4,Medic,,x"],
      ].join("\n"),
    ),
  ).toEqual(["2 number ma-1", "3 taken il-9", "4 function", "5 priority il-2", "6 noDetails il-3", "8 taken il-4"]);
  expect(problems("nominee,function\nil-3,Medic\n", false)).toEqual([]);
  const many = Array.from({ length: 41 }, (_, i) => `il-${100 + i},Medic`).join("\n");
  expect(problems(`nominee,function\n${many}\n`)).toEqual(["1 tooMany 41"]);
});

test("law: no personal cell is outside the sealed details, and every one is in them", () => {
  const cell = fc.stringMatching(/^[\p{L}0-9 .'-]{1,30}$/u).filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(cell, cell, (rank, name) => {
      const { nominees } = read(`nominee,function,rank,name\nil-1,Medic,"§${rank}","§${name}"\n`);
      const [nominee] = nominees;
      if (!nominee) throw new TypeError("A nominee was read.");
      const { personal, ...open } = nominee;
      expect(JSON.stringify(open)).not.toContain("§");
      expect(Object.values(personal)).toEqual([`§${rank}`.trim(), `§${name}`.trim()]);
      expect(JSON.parse(detailsText(nominee)).personal).toEqual(personal);
    }),
  );
});
