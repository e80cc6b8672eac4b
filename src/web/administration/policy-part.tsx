// The rules by which this side decides what its officers may do, as they were read when the node started; and a place
// to try what they would decide, without doing anything.

import type { ReactNode } from "react";
import type { PolicyDetail } from "../../api/index.ts";
import { useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Empty, Sheet, useAddressText, useFunctionName, useProcedureName } from "../parts/index.ts";
import { TryDecision } from "./try-decision.tsx";

type Rule = PolicyDetail["rules"][number];

export function PolicyPart(): ReactNode {
  const policy = useAsk("policy");
  const sought = useAddressText("q");
  const words = sought.value.toLowerCase();
  const found = policy.rules.filter(({ name, because, text }) =>
    [name, because, text].some((one) => one.toLowerCase().includes(words)),
  );
  const { files } = policy;
  return (
    <>
      <TryDecision />
      <Sheet title={<Words id="administration.policy.rules" values={{ count: found.length }} />}>
        <div className="sheet__body stack">
          <p className="small soft">
            {files.length === 0 ? (
              <Words id="administration.policy.builtIn" />
            ) : (
              <Words
                id="administration.policy.files"
                values={{ files: <bdi className="mono">{files.join(", ")}</bdi> }}
              />
            )}{" "}
            <Words id="administration.policy.order" />
          </p>
          <div className="filters">
            <label className="field">
              <span>
                <Words id="administration.search" />
              </span>
              <input
                className="input"
                type="search"
                value={sought.value}
                onChange={(event) => sought.set(event.target.value)}
              />
            </label>
          </div>
        </div>
        {found.length === 0 ? <Empty title={<Words id="administration.policy.none" />} /> : null}
        {found.map((rule) => (
          <RuleRow key={rule.name} rule={rule} />
        ))}
      </Sheet>
    </>
  );
}

function RuleRow({ rule }: { readonly rule: Rule }): ReactNode {
  const say = useSay();
  const procedureName = useProcedureName();
  const functionName = useFunctionName();
  const { actions, procedures, functions } = rule;
  return (
    <article className="admin__rule">
      <p className="row row--wrap">
        <span className={rule.effect === "forbid" ? "chip chip--warn" : "chip"}>
          <Words id={`administration.policy.${rule.effect}`} />
        </span>
        <bdi className="mono">{rule.name}</bdi>
      </p>
      <p dir="ltr" lang="en">
        {rule.because}
      </p>
      <p className="small soft">
        {actions === undefined
          ? say("administration.policy.anyAction")
          : actions.map((one) => say(`administration.action.${one}`)).join(" · ")}
        {" — "}
        {procedures === undefined
          ? say("administration.policy.anyProcedure")
          : procedures.map((one) => procedureName(one)).join(" · ")}
        {functions === undefined ? null : ` — ${functions.map((one) => functionName(one)).join(" · ")}`}
      </p>
      <details className="small">
        <summary>
          <Words id="administration.policy.text" values={{ rule: <bdi className="mono">{rule.name}</bdi> }} />
        </summary>
        <pre className="mono admin__cedar" dir="ltr">
          {rule.text}
        </pre>
      </details>
    </article>
  );
}
