// What an act says beside its body: under which articles, with which label, in which function of its officer.

import { useState } from "react";
import type { AccordDetail, ProcedureDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { rankOf, useSides } from "../parts/index.ts";

export interface ActFrame {
  readonly level: string;
  readonly cap: string;
  setLevel(level: string): void;
  /** Articles in force that authorise the procedure; empty where it rests on the founding. */
  readonly resting: AccordDetail["articles"];
  readonly articles: readonly string[];
  setArticle(article: string): void;
  /** The officer's own functions. */
  readonly functions: readonly string[];
  readonly function: string;
  setFunction(code: string): void;
  /** No article in force authorises the procedure's domain: the act would be refused. */
  readonly unauthorised: boolean;
}

interface FrameOf {
  readonly procedure: ProcedureDetail;
  readonly step: ProcedureDetail["steps"][number];
  readonly level?: string | undefined;
  /** The act's label dominates those of the documents it names: no level below this one. */
  readonly atLeast?: string | undefined;
}

/** Kept for the tab, so that the function chosen once is the one chosen next. */
const lastFunction = "entente.function";

export function useActFrame({ procedure, step, level, atLeast }: FrameOf): ActFrame {
  const accord = useAccordId();
  const sides = useSides();
  const session = useAsk("session");
  const { articles, cap: accordCap } = useAsk("accord", { params: { accord } });
  const founded = procedure.rests === "founding";
  const resting = founded
    ? []
    : articles.filter((one) => one.applies && one.domains.some((domain) => domain === procedure.rests));
  const [article, setArticle] = useState(resting[0]?.number);
  const functions = session.state === "signedIn" ? session.functions : [];
  const before = sessionStorage.getItem(lastFunction) ?? "";
  const [chosen, setChosen] = useState(functions.includes(before) ? before : (functions[0] ?? ""));
  const caps = [accordCap, step.cap, resting.find((one) => one.number === article)?.cap];
  const cap = lowest(
    caps.filter((one) => one !== undefined),
    (code) => rankOf(sides, code),
  );
  const [wanted, setLevel] = useState(level ?? sides.labels.levels[0]?.code ?? "");
  const needed = atLeast !== undefined && rankOf(sides, atLeast) > rankOf(sides, wanted) ? atLeast : wanted;
  return {
    level: rankOf(sides, needed) > rankOf(sides, cap) ? cap : needed,
    cap,
    setLevel,
    resting,
    articles: article === undefined ? [] : [article],
    setArticle,
    functions,
    function: chosen,
    setFunction(code) {
      sessionStorage.setItem(lastFunction, code);
      setChosen(code);
    },
    unauthorised: !founded && resting.length === 0,
  };
}

function lowest(levels: readonly string[], rank: (level: string) => number): string {
  return levels.reduce((low, level) => (rank(level) < rank(low) ? level : low), levels[0] ?? "");
}
