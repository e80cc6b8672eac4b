// What the policy would say: of an officer, an action, and a procedure or one of its dossiers.

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { type Decision, policyActions } from "../../api/index.ts";
import { call, queryOf, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Sheet,
  toldText,
  useDossierTitle,
  useFunctionName,
  useLevelName,
  useProcedureName,
  useSides,
  useStepName,
} from "../parts/index.ts";
import { Choice } from "./choice.tsx";
import { ProblemOf } from "./problem.tsx";
import { useDoing } from "./use-doing.ts";

/** What can be administered, which is no procedure. */
const matters = ["accounts", "officers", "policy", "node", "link", "retention", "access-log"] as const;

export function TryDecision(): ReactNode {
  const accord = useAccordId();
  const doing = useDoing();
  const [asked, setAsked] = useState(nothing);
  const [decision, setDecision] = useState<Decision>();
  const set = (part: Partial<Asked>): void => {
    setDecision(undefined);
    setAsked((before) => ({ ...before, ...part }));
  };
  const { officer, action, procedure, step, dossier, level } = asked;
  const decide = (): Promise<boolean> =>
    doing.run(async () => {
      const body = {
        officer,
        action,
        procedure,
        ...(step === "" ? {} : { step }),
        ...(dossier === "" ? {} : { dossier }),
        ...(level === "" ? {} : { level }),
      };
      setDecision(await call("decide", { params: { accord }, body }));
    });
  return (
    <Sheet title={<Words id="administration.try.title" />}>
      <div className="sheet__body stack">
        <p className="small soft">
          <Words id="administration.try.text" />
        </p>
        <Fields asked={asked} set={set} />
        <div className="row">
          <Button
            className="btn btn--primary"
            isDisabled={doing.busy || officer === "" || procedure === ""}
            onPress={() => void decide()}
          >
            <Words id="administration.try.decide" />
          </Button>
        </div>
        <div role="status">{decision === undefined ? null : <DecisionWords decision={decision} />}</div>
        <ProblemOf doing={doing} />
      </div>
    </Sheet>
  );
}

type Asked = Readonly<Record<"officer" | "action" | "procedure" | "step" | "dossier" | "level", string>>;

const nothing: Asked = { officer: "", action: "read", procedure: "", step: "", dossier: "", level: "" };

function Fields({ asked, set }: { readonly asked: Asked; set(part: Partial<Asked>): void }): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  const sides = useSides();
  const levelName = useLevelName();
  const procedureName = useProcedureName();
  const stepName = useStepName();
  const { items: officers } = useAsk("officers");
  const { items: procedures } = useAsk("procedures", { params: { accord } });
  const { action, procedure } = asked;
  const administers = action === "administer";
  const detail = useQuery({
    ...queryOf("procedure", { params: { accord, procedure } }),
    enabled: procedure !== "" && !administers,
  }).data;
  const dossiers = useDossiersOffered(administers ? "" : procedure);
  const makes = action === "act" || action === "compose";
  const named = administers
    ? matters.map((value) => ({ value, text: say(`administration.matter.${value}`) }))
    : procedures.map(({ name }) => ({ value: name, text: procedureName(name) }));
  return (
    <div className="admin__fields">
      <Choice
        name={say("administration.column.officer")}
        value={asked.officer}
        offers={officers.map(({ officer }) => ({ value: officer, text: officer }))}
        onChange={(officer) => set({ officer })}
      />
      <Choice
        name={say("administration.try.action")}
        value={action}
        offers={policyActions.map((value) => ({ value, text: say(`administration.action.${value}`) }))}
        onChange={(next) => set({ action: next, procedure: "", step: "", dossier: "" })}
      />
      <Choice
        name={say(administers ? "administration.try.matter" : "administration.try.procedure")}
        value={procedure}
        offers={named}
        onChange={(next) => set({ procedure: next, step: "", dossier: "" })}
      />
      {makes ? (
        <Choice
          name={say("administration.try.step")}
          value={asked.step}
          offers={(detail?.steps ?? []).map(({ name }) => ({ value: name, text: stepName(procedure, name) }))}
          onChange={(step) => set({ step })}
        />
      ) : null}
      {administers ? null : (
        <>
          <Choice
            name={say("administration.try.dossier")}
            value={asked.dossier}
            offers={dossiers}
            onChange={(dossier) => set({ dossier })}
          />
          <Choice
            name={say("administration.try.level")}
            value={asked.level}
            offers={sides.labels.levels.map(({ code }) => ({ value: code, text: levelName(code) }))}
            onChange={(level) => set({ level })}
          />
        </>
      )}
    </div>
  );
}

/** The dossiers of a procedure to choose from; none while no procedure is chosen. */
function useDossiersOffered(procedure: string): readonly { readonly value: string; readonly text: string }[] {
  const accord = useAccordId();
  const titleOf = useDossierTitle();
  const { data } = useQuery({
    ...queryOf("dossiers", { params: { accord }, query: { procedure, limit: 100 } }),
    enabled: procedure !== "",
  });
  return (data?.items ?? []).map((row) => ({ value: row.dossier, text: toldText(titleOf(row)) || row.dossier }));
}

function DecisionWords({ decision }: { readonly decision: Decision }): ReactNode {
  const functionName = useFunctionName();
  const { allowed, rules, functions } = decision;
  return (
    <div className="note stack">
      <p>
        <b>
          <Words id={allowed ? "administration.try.allowed" : "administration.try.refused"} />
        </b>{" "}
        {rules.length === 0 ? <Words id="administration.try.noRule" /> : null}
      </p>
      {rules.map((rule) => (
        <p key={rule.name}>
          <bdi className="mono">{rule.name}</bdi>{" "}
          <span dir="ltr" lang="en">
            {rule.because}
          </span>
        </p>
      ))}
      {functions.length === 0 ? null : (
        <p className="small">
          <Words id="administration.try.functions" values={{ functions: functions.map(functionName).join(" · ") }} />
        </p>
      )}
    </div>
  );
}
