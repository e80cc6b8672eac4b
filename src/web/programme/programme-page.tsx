// One official programme: its head, how far it has come, and one of four views: the day as a timeline, the running
// order for an audience, two versions compared, the day as it runs.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import {
  DeadlineChip,
  Label,
  PageHead,
  Part,
  PlaceLink,
  Told,
  useAddressedDossier,
  useAddressText,
  useIn,
  useMaking,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSeen,
  useSides,
  useStateName,
} from "../parts/index.ts";
import { useActLabel } from "./act-label.ts";
import { DayView } from "./day-view.tsx";
import { Live } from "./live-page.tsx";
import { isAudience, OrderView } from "./order-view.tsx";
import { PhaseBand } from "./phase-band.tsx";
import { type ProgrammeShown, parseProgramme, zoneOf } from "./programme-data.ts";
import { VersionsView } from "./versions-view.tsx";
import "./programme.css";
import "./orders.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const acts = detail.acts.length;
  useSeen(dossier, acts);
  return <Programme key={dossier} detail={detail} data={parseProgramme(detail.data)} />;
}

interface ProgrammeProps {
  readonly detail: DossierDetail;
  readonly data: ProgrammeShown;
}

const views = ["day", "order", "versions", "live"] as const;
type View = (typeof views)[number];

/** On the day the day as it runs comes first; before it the timeline. */
function viewIn(text: string, state: string): View {
  const named = views.find((one) => one === text);
  return named ?? (state === "live" || state === "moved" ? "live" : "day");
}

function Programme({ detail, data }: ProgrammeProps): ReactNode {
  const view = viewIn(useAddressText("view").value, detail.row.state);
  const audience = useAddressText("audience").value;
  const making = useMaking({ procedure: "programme/1" });
  const dossier = detail.row.dossier;
  const zone = zoneOf(data);
  return (
    <>
      <Head detail={detail} data={data} />
      <PhaseBand dossier={detail} />
      <Views dossier={dossier} view={view} />
      <Part about={view}>
        {view === "day" ? <DayView detail={detail} data={data} zone={zone} making={making} /> : null}
        {view === "order" ? (
          <OrderView detail={detail} data={data} zone={zone} audience={isAudience(audience) ? audience : "principal"} />
        ) : null}
        {view === "versions" ? <VersionsView dossier={dossier} data={data} zone={zone} /> : null}
        {view === "live" ? <Live detail={detail} data={data} zone={zone} making={making} /> : null}
      </Part>
    </>
  );
}

function Views({ dossier, view }: { readonly dossier: string; readonly view: View }): ReactNode {
  const places = usePlaces();
  const say = useSay();
  return (
    <nav className="tabs noprint" aria-label={say("programme.views")}>
      {views.map((one) => (
        <PlaceLink key={one} to={`${places.programme(dossier)}?view=${one}`} current={one === view}>
          <Words id={`programme.view.${one}`} />
        </PlaceLink>
      ))}
    </nav>
  );
}

function Head({ detail, data }: ProgrammeProps): ReactNode {
  const read = useIn();
  const say = useSay();
  const { own } = useSides();
  const procedure = useProcedureName();
  const stateName = useStateName();
  const title = read(data.titles) || detail.row.title;
  usePageTitle(title);
  const { due, turn, state } = detail.row;
  const mine = turn.some((party) => party === own);
  return (
    <PageHead
      kicker={
        <>
          {procedure("programme")}
          {data.reference === undefined ? null : (
            <>
              {" · "}
              <Told text={data.reference} />
            </>
          )}
        </>
      }
      title={<Told text={title} />}
      sub={
        <>
          <Where data={data} />
          <Part about={detail.row.dossier}>
            <ActLabel detail={detail} />
          </Part>
          <span className="chip chip--plain">{stateName("programme", state)}</span>
        </>
      }
      actions={
        <>
          {mine ? <span className="chip chip--me">{say("parts.yourTurn")}</span> : null}
          {due ? <DeadlineChip due={due} /> : null}
        </>
      }
    />
  );
}

/** "Rabat et Salé, mercredi 24 novembre 2021" */
function Where({ data }: { readonly data: ProgrammeShown }): ReactNode {
  const dates = useDates();
  const say = useSay();
  const days = data.dates ?? data.proposal;
  const cities = [...new Set(data.engagements.flatMap((one) => one.venue?.city ?? []))];
  if (!days) return null;
  const wall = (date: string) => wallIn("UTC", `${date}T00:00:00Z`);
  const when =
    days.from === days.until
      ? dates.long(wall(days.from))
      : say("programme.days", { from: dates.long(wall(days.from)), until: dates.long(wall(days.until)) });
  return (
    <span>
      {cities.length === 0 ? null : (
        <>
          <Told text={cities.join(" · ")} />
          {say("programme.comma")}
        </>
      )}
      {when}
    </span>
  );
}

function ActLabel({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const label = useActLabel(detail);
  return label ? <Label label={label} /> : null;
}
