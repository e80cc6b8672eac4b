// What this side can do in the thread next: what it is waited for first, then what it may do besides. The step that is
// chosen stands in the address and opens its form here.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Icon, useAddressText, useSides, useStepName, Who } from "../parts/index.ts";
import { ChannelForm } from "./channel-form.tsx";
import { parseThread, type TermsRead } from "./data.ts";
import { documentSteps, fits } from "./document-state.ts";
import { useHighestLabel } from "./level.ts";
import { useDocumentsNamed, useDraftInAddress, usePickedInAddress } from "./sources.ts";
import { StepForm } from "./step-form.tsx";

type Action = DossierDetail["actions"][number];

interface NextStepsProps {
  readonly detail: DossierDetail;
  readonly channel: string;
  readonly terms: TermsRead | undefined;
}

export function NextSteps({ detail, channel, terms }: NextStepsProps): ReactNode {
  const { own, other } = useSides();
  const chosen = useAddressText("step");
  // Opening has its own button at each document.
  const mine = detail.actions.filter((action) => action.side === own && isPossible(detail, { own, step: action.step }));
  const theirs = detail.actions.filter((action) => action.side === other && action.expected);
  const open = mine.find((action) => action.step === chosen.value);
  return (
    <div className="next">
      {open === undefined ? (
        <Choices actions={mine} procedure={detail.row.procedure} choose={chosen.set} />
      ) : (
        <Composer key={open.step} detail={detail} channel={channel} terms={terms} step={open.step} />
      )}
      <Theirs actions={theirs} procedure={detail.row.procedure} />
    </div>
  );
}

/** A step about documents is offered where there is one that it can name. */
function isPossible(detail: DossierDetail, { own, step }: { readonly own: string; readonly step: string }): boolean {
  if (step === "opened") return false;
  if (!documentSteps.some((one) => one === step)) return true;
  return parseThread(detail.data).documents.some((document) => fits(step, { document, own }));
}

interface ChoicesProps {
  readonly actions: readonly Action[];
  readonly procedure: string;
  choose(step: string): void;
}

function Choices({ actions, procedure, choose }: ChoicesProps): ReactNode {
  const stepName = useStepName();
  if (actions.length === 0) return null;
  const buttons = (list: readonly Action[], className: string): ReactNode => (
    <div className="row row--wrap">
      {list.map((action) => (
        <Button key={action.step} className={className} onPress={() => choose(action.step)}>
          {action.grave ? <Icon name="proof" /> : null}
          {stepName(procedure, action.step)}
        </Button>
      ))}
    </div>
  );
  const expected = actions.filter((action) => action.expected);
  const others = actions.filter((action) => !action.expected);
  return (
    <div className="stack">
      {expected.length > 0 ? buttons(expected, "btn btn--primary") : null}
      {others.length > 0 ? (
        <details className="besides" open={expected.length === 0}>
          <summary className="small muted">
            <Words id="channels.step.besides" />
          </summary>
          {buttons(others, "btn")}
        </details>
      ) : null}
    </div>
  );
}

function Theirs({ actions, procedure }: Omit<ChoicesProps, "choose">): ReactNode {
  const stepName = useStepName();
  const [first] = actions;
  if (first === undefined) return null;
  return (
    <p className="row row--wrap small">
      <Who party={first.side} />
      <Words
        id="channels.step.theirs"
        values={{ steps: actions.map((action) => stepName(procedure, action.step)).join(" · ") }}
      />
    </p>
  );
}

function Composer({ detail, channel, terms, step }: NextStepsProps & { readonly step: string }): ReactNode {
  const accord = useAccordId();
  const chosen = useAddressText("step");
  const about = usePickedInAddress();
  const { row, data } = detail;
  const procedure = useAsk("procedure", { params: { accord, procedure: row.procedure } });
  const documents = useDocumentsNamed({ data, step });
  const draft = useDraftInAddress();
  const declared = procedure.steps.find((one) => one.name === step);
  const level = useHighestLabel(parseThread(data))?.classification;
  const leave = (): void => chosen.set("");
  if (declared === undefined || draft === "waiting") return null;
  if (row.procedure === "channel" && step === "change") {
    return <ChannelForm dossier={row.dossier} terms={terms} onMade={leave} onLeave={leave} />;
  }
  return (
    <StepForm
      procedure={procedure}
      step={declared}
      dossier={row.dossier}
      data={data}
      channel={channel}
      terms={terms}
      documents={documents}
      picked={about.filter((digest) => documents.some((one) => one.digest === digest))}
      level={level}
      draft={draft}
      onRegistered={leave}
      onHanded={leave}
      onLeave={leave}
    />
  );
}
