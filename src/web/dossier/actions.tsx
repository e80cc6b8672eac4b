// What can be done next, from the declaration: what this side is waited for first, then what it may do besides; and
// what the other side is waited for. A step that is chosen opens its form in place.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail, ProcedureDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { Icon, Sheet, useAddressText, useSides, useStepName, Who } from "../parts/index.ts";
import { parseData } from "./data.ts";
import { StepForm } from "./step-form.tsx";

interface ActionsProps {
  readonly detail: DossierDetail;
  readonly procedure: ProcedureDetail;
  /** The level of the dossier's highest act: what is answered is answered under its label. */
  readonly level: string | undefined;
}

type Action = DossierDetail["actions"][number];

export function Actions({ detail, procedure, level }: ActionsProps): ReactNode {
  const { own, other } = useSides();
  const chosen = useAddressText("step");
  const mine = detail.actions.filter((action) => action.side === own);
  const theirs = detail.actions.filter((action) => action.side === other && action.expected);
  const step = procedure.steps.find((one) => one.name === chosen.value);
  const open = step && mine.some((action) => action.step === step.name) ? step : undefined;
  const turn = detail.row.turn.includes(own);
  return (
    <Sheet title={<Words id={turn ? "dossier.actions.mine" : "dossier.actions.none"} />} mine={turn}>
      <div className="sheet__body stack">
        {detail.row.final ? (
          <p>
            <Words id="dossier.actions.final" />
          </p>
        ) : null}
        <StepButtons
          actions={mine}
          procedure={procedure.procedure}
          chosen={open?.name}
          choose={(name) => chosen.set(name === open?.name ? "" : name)}
        />
        {open === undefined ? null : (
          <StepForm
            key={open.name}
            procedure={procedure}
            step={open}
            dossier={detail.row.dossier}
            data={parseData(detail.data)}
            level={level}
            onDone={() => chosen.set("")}
            onLeave={() => chosen.set("")}
          />
        )}
        <Theirs actions={theirs} procedure={procedure.procedure} />
      </div>
    </Sheet>
  );
}

interface StepButtonsProps {
  readonly actions: readonly Action[];
  readonly procedure: string;
  readonly chosen: string | undefined;
  choose(step: string): void;
}

function StepButtons({ actions, procedure, chosen, choose }: StepButtonsProps): ReactNode {
  const expected = actions.filter((action) => action.expected);
  const others = actions.filter((action) => !action.expected);
  const buttons = (list: readonly Action[], primary: boolean): ReactNode => (
    <div className="row row--wrap">
      {list.map((action) => (
        <StepButton
          key={action.step}
          action={action}
          procedure={procedure}
          className={primary && chosen === undefined ? "btn btn--primary" : "btn"}
          open={chosen === action.step}
          onPress={() => choose(action.step)}
        />
      ))}
    </div>
  );
  return (
    <>
      {expected.length > 0 ? buttons(expected, true) : null}
      {others.length > 0 ? (
        <>
          <p className="small muted noprint">
            <Words id="dossier.actions.besides" />
          </p>
          {buttons(others, false)}
        </>
      ) : null}
    </>
  );
}

interface StepButtonProps {
  readonly action: Action;
  readonly procedure: string;
  readonly className: string;
  readonly open: boolean;
  onPress(): void;
}

function StepButton({ action, procedure, className, open, onPress }: StepButtonProps): ReactNode {
  const stepName = useStepName();
  return (
    <Button className={className} aria-expanded={open} onPress={onPress}>
      {action.grave ? <Icon name="proof" /> : null}
      {stepName(procedure, action.step)}
      {action.awaited ? (
        <span className="small">
          {" "}
          <Words id="dossier.actions.awaited" />
        </span>
      ) : null}
    </Button>
  );
}

function Theirs({
  actions,
  procedure,
}: {
  readonly actions: readonly Action[];
  readonly procedure: string;
}): ReactNode {
  const stepName = useStepName();
  const [first] = actions;
  if (first === undefined) return null;
  return (
    <p className="row row--wrap">
      <Who party={first.side} />
      <span>
        <Words
          id="dossier.actions.theirs"
          values={{ steps: actions.map((action) => stepName(procedure, action.step)).join(" · ") }}
        />
      </span>
    </p>
  );
}
