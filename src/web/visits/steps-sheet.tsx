// What this side can do now: what is waited for first, then what may be done at any time. A request is written on a
// page of its own; every other step opens its form over this one.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { PlaceLink, Sheet, usePartyName, usePlaces, useSides, useStepName } from "../parts/index.ts";
import { knownOf } from "./known.ts";
import { LeadTimeNote } from "./lead-time-note.tsx";
import type { Opened } from "./opened.ts";
import { sectionsOf } from "./sections.ts";
import type { VisitShown } from "./visit-data.ts";

interface StepsSheetProps {
  readonly detail: DossierDetail;
  readonly data: VisitShown;
  readonly onOpen: (opened: Opened) => void;
}

/** Offered at each site. */
const atSites: ReadonlySet<string> = new Set(["decideSite", "decideDeferred", "logGate"]);

export function StepsSheet({ detail, data, onOpen }: StepsSheetProps): ReactNode {
  const { own, other } = useSides();
  const places = usePlaces();
  const party = usePartyName();
  const { dossier, turn } = detail.row;
  const mine = detail.actions.filter((one) => one.side === own && !atSites.has(one.step));
  const expected = mine.filter((one) => one.expected);
  const others = mine.filter((one) => !one.expected);
  const decides = detail.actions.some((one) => one.side === own && one.expected && atSites.has(one.step));
  const yours = turn.some((side) => side === own);
  const sends = mine.some((one) => one.step === "transmit" || one.step === "certify" || one.step === "endorse");
  return (
    <Sheet title={<Words id="visits.steps" />} mine={yours}>
      <div className="sheet__body stack">
        {yours ? null : (
          <p className="soft">
            <Words
              id={turn.length === 0 ? "visits.steps.nobody" : "visits.steps.theirs"}
              values={{ party: party(other) }}
            />
          </p>
        )}
        {sends && data.current ? (
          <LeadTimeNote
            question={{
              from: data.current.neededFrom,
              type: data.current.kind === "request" ? (data.request?.type ?? "") : data.current.kind,
              level: data.current.level,
              ...(data.current.kind === "amendment" ? { amends: data.request?.type } : {}),
            }}
          />
        ) : null}
        {decides ? (
          <p>
            <Words id="visits.steps.atSites" />
          </p>
        ) : null}
        <StepButtons steps={expected.map((one) => one.step)} primary {...{ dossier, data, onOpen }} />
        {others.length === 0 ? null : (
          <details>
            <summary>
              <Words id="visits.steps.others" />
            </summary>
            <StepButtons steps={others.map((one) => one.step)} {...{ dossier, data, onOpen }} />
          </details>
        )}
        <p>
          <PlaceLink to={places.dossier(dossier)}>
            <Words id="visits.steps.all" />
          </PlaceLink>
        </p>
      </div>
    </Sheet>
  );
}

interface StepButtonsProps {
  readonly steps: readonly string[];
  readonly primary?: boolean;
  readonly dossier: string;
  readonly data: VisitShown;
  readonly onOpen: (opened: Opened) => void;
}

function StepButtons({ steps, primary = false, dossier, data, onOpen }: StepButtonsProps): ReactNode {
  const stepName = useStepName();
  const places = usePlaces();
  const className = primary ? "btn btn--primary" : "btn";
  return (
    <div className="row row--wrap">
      {steps.map((step) =>
        Object.hasOwn(sectionsOf, step) ? (
          <PlaceLink key={step} className={className} to={`${places.visit(dossier)}/request?step=${step}`}>
            {stepName("visit", step)}
          </PlaceLink>
        ) : (
          <Button key={step} className={className} onPress={() => onOpen({ step, known: knownOf(step, data) })}>
            {stepName("visit", step)}
          </Button>
        ),
      )}
    </div>
  );
}
