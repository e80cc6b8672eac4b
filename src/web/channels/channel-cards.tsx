// The channels themselves: between which services, under which articles, up to which level, and whose turn it is.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import {
  Edge,
  Empty,
  Label,
  PlaceLink,
  Sheet,
  Told,
  usePlaces,
  useServiceName,
  useSides,
  useStateName,
  Who,
} from "../parts/index.ts";
import type { TermsRead } from "./data.ts";
import { TurnChip } from "./turn-chip.tsx";
import { type ChannelShown, useChannels } from "./use-channels.ts";

export function ChannelCards(): ReactNode {
  const channels = useChannels();
  return (
    <Sheet title={<Words id="channels.channels" />}>
      {channels.length === 0 ? (
        <Empty title={<Words id="channels.none" />}>
          <p>
            <Words id="channels.noneHint" />
          </p>
        </Empty>
      ) : (
        <ul className="chancards">
          {channels.map((channel) => (
            <ChannelCard key={channel.dossier} channel={channel} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function ChannelCard({ channel }: { readonly channel: ChannelShown }): ReactNode {
  const { row, data } = channel;
  const places = usePlaces();
  const stateName = useStateName();
  return (
    <li className="chancard">
      <div className="row row--between row--wrap">
        <h3>
          <PlaceLink to={places.channel(channel.dossier)}>
            <Told text={row.title} />
          </PlaceLink>
        </h3>
        {row.turn.length > 0 ? <TurnChip row={row} /> : <span className="chip">{stateName("channel", row.state)}</span>}
      </div>
      {data.terms === undefined ? null : <Ends terms={data.terms} />}
      {data.terms === undefined ? null : <CapLine terms={data.terms} />}
    </li>
  );
}

/** The service at each end, the own side's first. */
export function Ends({ terms }: { readonly terms: TermsRead }): ReactNode {
  const { own, other } = useSides();
  const serviceName = useServiceName();
  return (
    <div className="ends">
      {[own, other].map((party) => (
        <Edge key={party} party={party}>
          <Who party={party} />
          <br />
          <Told text={serviceName(party, terms.services[party] ?? "")} />
        </Edge>
      ))}
    </div>
  );
}

export function CapLine({ terms }: { readonly terms: TermsRead }): ReactNode {
  return (
    <p className="row row--wrap small">
      <span className="muted">
        <Words
          id="channels.articles"
          values={{ count: terms.articles.length, articles: <bdi className="t">{terms.articles.join(", ")}</bdi> }}
        />
      </span>
      <span className="muted">
        <Words id="channels.cap" />
      </span>
      <Label label={{ classification: terms.cap, releasableTo: terms.releasableTo }} />
    </p>
  );
}
