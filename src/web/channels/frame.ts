// What an act says beside its body: under which article of the channel, with which label, in which function of its
// officer, and whether the officer sits at this side's end of the channel at all.

import { useState } from "react";
import type { AccordDetail, ProcedureDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { rankOf, useSides } from "../parts/index.ts";
import type { TermsRead } from "./data.ts";

export interface Frame {
  readonly level: string;
  /** The highest level that may pass: the channel's, the article's, the accord's, the lowest of them. */
  readonly cap: string;
  setLevel(level: string): void;
  readonly resting: AccordDetail["articles"];
  readonly articles: readonly string[];
  setArticle(article: string): void;
  readonly service: string;
  /** The officer's own functions. */
  readonly functions: readonly string[];
  readonly function: string;
  setFunction(code: string): void;
  /** The service that would have to make the act, when it is not the officer's own. */
  readonly stranger: string | undefined;
  /** No article in force authorises it. */
  readonly unauthorised: boolean;
}

interface FrameOf {
  readonly procedure: ProcedureDetail;
  readonly step: ProcedureDetail["steps"][number];
  readonly terms: TermsRead | undefined;
  /** The level to begin with. */
  readonly level: string | undefined;
  /** The act's label is not below that of the documents that it names. */
  readonly atLeast: string | undefined;
}

/** Kept for the tab, so that the function chosen once is the one chosen next. */
const lastFunction = "entente.function";

export function useFrame({ procedure, step, terms, level, atLeast }: FrameOf): Frame {
  const accord = useAccordId();
  const sides = useSides();
  const session = useAsk("session");
  const { articles, cap: accordCap } = useAsk("accord", { params: { accord } });
  const resting = articles.filter(
    (one) => one.applies && one.domains.includes(procedure.rests) && (terms?.articles.includes(one.number) ?? true),
  );
  const [article, setArticle] = useState(resting[0]?.number);
  const functions = session.state === "signedIn" ? session.functions : [];
  const service = session.state === "signedIn" ? session.service : "";
  const before = sessionStorage.getItem(lastFunction) ?? "";
  const [chosen, setChosen] = useState(functions.includes(before) ? before : (functions[0] ?? ""));
  const rank = (code: string): number => rankOf(sides, code);
  const cap = lowest(
    [accordCap, step.cap, terms?.cap, resting.find((one) => one.number === article)?.cap].filter(isTold),
    rank,
  );
  const [wanted, setLevel] = useState(level ?? sides.labels.levels[0]?.code ?? "");
  const least = atLeast !== undefined && rank(atLeast) > rank(wanted) ? atLeast : wanted;
  const end = terms?.services[sides.own];
  return {
    level: rank(least) > rank(cap) ? cap : least,
    cap,
    setLevel,
    resting,
    articles: article === undefined ? [] : [article],
    setArticle,
    service,
    functions,
    function: chosen,
    setFunction(code) {
      sessionStorage.setItem(lastFunction, code);
      setChosen(code);
    },
    stranger: end === undefined || end === service ? undefined : end,
    unauthorised: resting.length === 0,
  };
}

const isTold = (code: string | undefined): code is string => code !== undefined;

function lowest(levels: readonly string[], rank: (level: string) => number): string {
  return levels.reduce((low, level) => (rank(level) < rank(low) ? level : low), levels[0] ?? "");
}
