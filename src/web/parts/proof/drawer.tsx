// The proof of one act beside the list it stands in: what it is, how far it has come in words, what it says, and the
// checking of it in this browser.

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "react-aria-components";
import type { ActDetail } from "../../../api/index.ts";
import { useAccordId, useAsk } from "../../api/index.ts";
import { useDates, useSay, Words } from "../../language/index.ts";
import { BodyView } from "../body-view.tsx";
import { Fact } from "../fact.tsx";
import { Icon } from "../icon.tsx";
import { Label } from "../label.tsx";
import { useFunctionName, useProcedureName, useStepName } from "../names.ts";
import { PlaceLink, placeOfDossier, usePlaces } from "../places.tsx";
import { usePartyName, useSides, Who } from "../sides.tsx";
import { Part } from "../states.tsx";
import { Num, useOwnClock, When } from "../time.tsx";
import { type ShownAct, shownActOf } from "./act.ts";
import { ArticlesText } from "./articles.tsx";
import { OutcomeNote } from "./outcome.tsx";
import { VerifyAct } from "./verify.tsx";
import "./proof.css";

interface ProofDrawerProps {
  readonly act: string;
  onClose(): void;
}

export function ProofDrawer({ act, onClose }: ProofDrawerProps): ReactNode {
  const say = useSay();
  const heading = useId();
  const place = useRef<HTMLElement>(null);
  // The reader who asked for it hears and sees it: the focus goes to the drawer, and by Escape back to the list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another act is another drawer to look at.
  useEffect(() => place.current?.focus(), [act]);
  return (
    <aside
      className="drawer"
      ref={place}
      tabIndex={-1}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="sheet__head">
        <h2 id={heading}>
          <Words id="parts.proof.title" />
        </h2>
        <Button className="btn btn--quiet" aria-label={say("parts.proof.close")} onPress={onClose}>
          <Icon name="cross" />
        </Button>
      </div>
      <Part about={act}>
        <Drawn act={act} />
      </Part>
    </aside>
  );
}

function Drawn({ act: id }: { readonly act: string }): ReactNode {
  const accord = useAccordId();
  const detail = useAsk("act", { params: { accord, act: id } });
  const act = shownActOf(detail.act);
  if (act === undefined) return null;
  return (
    <>
      <section className="drawer__first">
        <Facts act={act} detail={detail} />
      </section>
      {detail.outcome.kind === "effective" ? null : (
        <section>
          <OutcomeNote outcome={detail.outcome} />
        </section>
      )}
      <section>
        <h3>
          <Words id="parts.proof.chain" />
        </h3>
        <Chain detail={detail} />
      </section>
      <VerifyAct
        act={{ id, party: detail.party, index: detail.index, rung: detail.rung }}
        key={`${id} ${detail.rung}`}
      />
      {Object.keys(act.body).length === 0 ? null : (
        <section>
          <h3>
            <Words id="parts.proof.says" />
          </h3>
          <BodyView procedure={act.procedure} value={act.body} />
        </section>
      )}
    </>
  );
}

function Facts({ act, detail }: { readonly act: ShownAct; readonly detail: ActDetail }): ReactNode {
  const procedureName = useProcedureName();
  const stepName = useStepName();
  const functionName = useFunctionName();
  const places = usePlaces();
  const dossier = placeOfDossier(places, { dossier: act.dossier, procedure: act.procedure.split("/")[0] ?? "" });
  return (
    <dl>
      <Fact id="parts.proof.act">
        <b>{stepName(act.procedure, act.step)}</b>
      </Fact>
      <Fact id="parts.proof.dossier">
        <PlaceLink to={dossier}>{procedureName(act.procedure)}</PlaceLink>
      </Fact>
      <Fact id="parts.proof.author">
        <Who party={detail.party} /> {functionName(act.function)} <bdi className="mono">{act.service}</bdi>
      </Fact>
      <Fact id="parts.proof.articles">
        <ArticlesText articles={act.articles} />
      </Fact>
      <Fact id="parts.proof.made">
        <When local={detail.local} />
      </Fact>
      <Fact id="parts.proof.label">
        <Label label={act.label} />
      </Fact>
    </dl>
  );
}

/** The three rungs in words; the last one in waiting until it is reached. */
function Chain({ detail }: { readonly detail: ActDetail }): ReactNode {
  const partyName = usePartyName();
  const { own, other } = useSides();
  const holder = detail.party === own ? other : own;
  const held = detail.rung === "heldByBoth";
  return (
    <ul className="chk">
      <li>
        <Icon name="check" />
        <Words id="parts.proof.chainSigned" values={{ author: partyName(detail.party) }} />
        <span className="end muted">
          <When local={detail.local} />
        </span>
      </li>
      <li>
        <Icon name="check" />
        <Words id="parts.proof.chainRegistered" values={{ author: partyName(detail.party) }} />
        <span className="end">
          <Words id="parts.proof.leaf" values={{ index: <Num>{detail.index}</Num> }} />
        </span>
      </li>
      <li>
        <Icon name={held ? "check" : "clock"} />
        <b>
          <Words
            id={held ? "parts.proof.chainHeld" : "parts.proof.chainWaits"}
            values={{ holder: partyName(holder) }}
          />
        </b>
        {detail.heldAt === undefined ? null : <HeldAt instant={detail.heldAt} />}
      </li>
    </ul>
  );
}

/** By the clock of the side that holds it, shown on the reader's. */
function HeldAt({ instant }: { readonly instant: string }): ReactNode {
  const wall = useOwnClock()(instant);
  const dates = useDates();
  return (
    <span className="end muted">
      <bdi className="t">{`${dates.day(wall)} ${dates.time(wall)}`}</bdi>
    </span>
  );
}
