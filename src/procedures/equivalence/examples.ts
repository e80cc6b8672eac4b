// A body for every step of a table of equivalence that fits the data at hand. The policies are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import type { EquivalenceData, EquivalenceStep } from "./equivalence.ts";

export type ExampleContext = Pick<StepContext<EquivalenceData>, "data" | "side" | "terms" | "digest">;

const inLanguages = (languages: readonly string[], text: string): JsonObject =>
  Object.fromEntries(languages.map((language) => [language, `${text} (${language})`]));

/** A table between an invented policy of the founding's first side and the accord's own. */
export function exampleTable({ terms }: Pick<ExampleContext, "terms">, change: JsonObject = {}): JsonObject {
  const languages = terms.accord?.annex.languages ?? ["en"];
  const { policy, levels } = terms.labels;
  const [first, second = first] = levels.map((level) => level.code);
  const own = "example-national";
  const level = (code: string): JsonObject => ({ code, names: inLanguages(languages, code) });
  return {
    reference: "EQ-1 (example)",
    policies: [
      {
        owner: terms.parties[0],
        policy: own,
        levels: [level("ordinary"), level("guarded")],
        markings: [{ code: "treat-as-guarded", names: inLanguages(languages, "Treat as guarded") }],
      },
    ],
    rows: [
      { from: { policy: own, level: "ordinary" }, to: { policy, level: first ?? "open" } },
      { from: { policy: own, level: "guarded" }, to: { policy, level: second ?? "open", marking: "special-handling" } },
      {
        from: { policy, level: second ?? "open", caveat: "treat-as-guarded" },
        to: { policy: own, level: "guarded" },
      },
    ],
    validFrom: "2021-01-01",
    zone: "Africa/Casablanca",
    ...change,
  };
}

export const examples: Readonly<Record<EquivalenceStep, (context: ExampleContext) => JsonObject>> = {
  table: (context) => exampleTable(context),
  retable: (context) => exampleTable(context, { reference: "EQ-1 (example), put right" }),
  adopt: ({ data, digest }) => ({ table: data.digest ?? digest("no table") }),
  withdraw: () => ({ reason: "A new guide to classification has come out." }),
  supersede: ({ terms }) => ({ by: terms.equivalence[0]?.dossier ?? "01890000-0000-7000-8000-000000000077" }),
};
