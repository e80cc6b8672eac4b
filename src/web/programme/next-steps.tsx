// What this side can do with the version before it, one press each; a grave step goes by the confirming dialog. What
// needs a form of its own is on the dossier's page.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import {
  type Drafted,
  ErrorOf,
  type Making,
  PlaceLink,
  RefusalNote,
  Sheet,
  useDrafts,
  usePartyName,
  usePlaces,
  useSides,
  useStepName,
} from "../parts/index.ts";
import { ConfirmGrave } from "../session/index.ts";
import { latestVersion, type ProgrammeShown } from "./programme-data.ts";
import { type QuickStep, quickBody, quickSteps } from "./quick-steps.ts";

export interface NextStepsProps {
  readonly dossier: DossierDetail;
  readonly data: ProgrammeShown;
  readonly making: Making;
  /** Edits are under way: nothing is agreed about a version that is about to be another. */
  readonly editing: boolean;
}

export function NextSteps({ dossier, data, making, editing }: NextStepsProps): ReactNode {
  const { own, other } = useSides();
  const places = usePlaces();
  const party = usePartyName();
  const id = dossier.row.dossier;
  const mine = dossier.actions.filter((one) => one.side === own);
  const awaited = mine.some((one) => one.awaited);
  const version = latestVersion(data);
  const drafts = useDrafts({ procedure: "programme/1" });
  const [grave, setGrave] = useState<Drafted | undefined>(undefined);
  const close = (): void => setGrave(undefined);
  return (
    <Sheet title={<Words id="programme.steps" />} mine={dossier.row.turn.some((side) => side === own)}>
      <div className="sheet__body stack">
        {awaited && version ? (
          <p>
            <Words id="programme.awaited" values={{ party: party(other), number: version.number }} />
          </p>
        ) : null}
        {editing ? (
          <p className="soft">
            <Words id="programme.steps.editing" />
          </p>
        ) : null}
        <div className="row row--wrap">
          {quickSteps.map((step) => {
            const action = mine.find((one) => one.step === step);
            const body = action && quickBody(step, data);
            if (!action || !body) return null;
            return (
              <QuickButton
                key={step}
                step={step}
                primary={action.expected}
                number={version?.number ?? 0}
                isDisabled={editing || making.busy}
                onPress={() => {
                  const made = { step, body, dossier: id };
                  if (action.grave) setGrave(drafts([made])[0]);
                  else void making.make([made]);
                }}
              />
            );
          })}
        </div>
        {making.refusal ? <RefusalNote refusal={making.refusal} /> : null}
        {making.error === undefined ? null : <ErrorOf error={making.error} again={making.forget} />}
        <ConfirmGrave draft={grave} onRegistered={close} onClose={close} />
        <p>
          <PlaceLink to={places.dossier(id)}>
            <Words id="programme.steps.all" />
          </PlaceLink>
        </p>
      </div>
    </Sheet>
  );
}

interface QuickButtonProps {
  readonly step: QuickStep;
  readonly primary: boolean;
  readonly number: number;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

function QuickButton({ step, primary, number, isDisabled, onPress }: QuickButtonProps): ReactNode {
  const stepName = useStepName();
  const named = step === "agreeProgramme" || step === "freeze" || step === "submitProgramme";
  return (
    <Button className={primary ? "btn btn--primary" : "btn"} isDisabled={isDisabled} onPress={onPress}>
      <span>{named ? <Words id={`programme.quick.${step}`} values={{ number }} /> : stepName("programme", step)}</span>
    </Button>
  );
}
