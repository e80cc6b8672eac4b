// What this side can do with the plan before it, one press each; a grave step goes by the confirming dialog. What needs
// a form of its own is on the dossier's page.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { PlanTable } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  type Drafted,
  ErrorOf,
  PlaceLink,
  RefusalNote,
  Sheet,
  useDrafts,
  useMaking,
  usePartyName,
  usePlaces,
  useSides,
  useStepName,
} from "../parts/index.ts";
import { ConfirmGrave } from "../session/index.ts";

/** In the order in which they are offered, with the body each has by what the page shows. */
const quickSteps: Readonly<Record<string, (table: PlanTable) => Readonly<Record<string, unknown>> | undefined>> = {
  closeProposals: () => ({}),
  agreeDraft: ({ version }) => (version === undefined ? undefined : { version }),
  sign: ({ version }) => (version === undefined ? undefined : { version }),
  adoptReport: ({ report }) => ({ lines: report }),
};
const withForm = ["proposeLines", "proposeChange", "reopenDraft"] as const;

export function NextSteps({ table }: { readonly table: PlanTable }): ReactNode {
  const accord = useAccordId();
  const places = usePlaces();
  const { own, other } = useSides();
  const party = usePartyName();
  const stepName = useStepName();
  const { dossier, turn } = table.row;
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const making = useMaking({ procedure: "plan/1" });
  const drafts = useDrafts({ procedure: "plan/1" });
  const [grave, setGrave] = useState<Drafted | undefined>(undefined);
  const close = (): void => setGrave(undefined);
  const mine = detail.actions.filter((one) => one.side === own);
  const forms = withForm.filter((step) => mine.some((one) => one.step === step));
  const quick = mine.filter((one) => Object.hasOwn(quickSteps, one.step) && one.expected);
  if (quick.length === 0 && forms.length === 0) return null;
  return (
    <Sheet title={<Words id="plans.steps" />} mine={turn.some((side) => side === own)}>
      <div className="sheet__body stack">
        {mine.some((one) => one.awaited) ? (
          <p>
            <Words id="plans.awaited" values={{ party: party(other) }} />
          </p>
        ) : null}
        <div className="row row--wrap">
          {quick.map((action) => {
            const body = quickSteps[action.step]?.(table);
            if (!body) return null;
            const made = { step: action.step, body, dossier };
            return (
              <Button
                key={action.step}
                className="btn btn--primary"
                isDisabled={making.busy}
                onPress={() => (action.grave ? setGrave(drafts([made])[0]) : void making.make([made]))}
              >
                <span>{stepName("plan", action.step)}</span>
              </Button>
            );
          })}
          {forms.map((step) => (
            <PlaceLink key={step} className="btn" to={`${places.dossier(dossier)}?step=${step}`}>
              {stepName("plan", step)}
            </PlaceLink>
          ))}
        </div>
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
        <ConfirmGrave draft={grave} onRegistered={close} onClose={close} />
      </div>
    </Sheet>
  );
}
