// What this side can do with the communiqué before it: what needs no form by one press, a grave step by the confirming
// dialog; everything else by its form on the dossier's page.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import type { DossierDetail } from "../../api/index.ts";
import type { CommuniqueData } from "../../procedures/index.ts";
import { languageName, Words } from "../language/index.ts";
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
import { digestsOf } from "./texts.ts";

interface Press {
  readonly step: string;
  /** What of the text it is about: a language, or a passage. */
  readonly of: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The presses a step has by what stands: one a language or a passage that this side has still to clear. */
function pressesOf(step: string, { data, own }: { readonly data: CommuniqueData; readonly own: string }): Press[] {
  const versions = digestsOf(data);
  if (step === "freeze" || step === "release" || step === "issue") return [{ step, of: "", body: { versions } }];
  if (step === "clearPassage")
    return data.passages
      .filter((one) => one.passage.of === own && one.clearedAt === undefined)
      .map(({ passage: { id }, digest }) => ({ step, of: id, body: { passage: id, digest } }));
  if (step !== "clearVersion") return [];
  return data.versions.flatMap(({ version: { language }, digest }) => {
    const clearances: Readonly<Record<string, string>> = data.clearances[language] ?? {};
    return clearances[own] === digest ? [] : [{ step, of: languageName(language), body: { language, digest } }];
  });
}

/** Written in the editor. */
const inEditor: ReadonlySet<string> = new Set(["writeVersion"]);
const pressed: ReadonlySet<string> = new Set(["freeze", "release", "issue", "clearPassage", "clearVersion"]);

export function NextSteps({
  detail,
  data,
}: {
  readonly detail: DossierDetail;
  readonly data: CommuniqueData;
}): ReactNode {
  const places = usePlaces();
  const { own, other } = useSides();
  const party = usePartyName();
  const stepName = useStepName();
  const making = useMaking({ procedure: "communique/1" });
  const drafts = useDrafts({ procedure: "communique/1" });
  const [grave, setGrave] = useState<Drafted | undefined>(undefined);
  const close = (): void => setGrave(undefined);
  const { dossier, turn } = detail.row;
  const mine = detail.actions.filter((one) => one.side === own && !inEditor.has(one.step));
  const presses = mine.flatMap((action) => pressesOf(action.step, { data, own }).map((press) => ({ action, press })));
  const forms = mine.filter((one) => !pressed.has(one.step));
  if (mine.length === 0) return null;
  return (
    <Sheet title={<Words id="communiques.steps" />} mine={turn.some((side) => side === own)}>
      <div className="sheet__body stack">
        {mine.some((one) => one.awaited) ? (
          <p>
            <Words id="communiques.awaited" values={{ party: party(other) }} />
          </p>
        ) : null}
        <div className="row row--wrap">
          {presses.map(({ action, press: { step, of, body } }) => (
            <Button
              key={`${step} ${of}`}
              className="btn btn--primary"
              isDisabled={making.busy}
              onPress={() => {
                const made = { step, body, dossier };
                if (action.grave) setGrave(drafts([made])[0]);
                else void making.make([made]);
              }}
            >
              <span>
                {stepName("communique", step)} {of === "" ? null : <bdi>{of}</bdi>}
              </span>
            </Button>
          ))}
          {forms.map(({ step }) => (
            <PlaceLink key={step} className="btn" to={`${places.dossier(dossier)}?step=${step}`}>
              {stepName("communique", step)}
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
