// The directory: what each side has designated. Services, functions, points of contact and the keys that count now;
// each with the dossier in which its history stands.

import type { ReactNode } from "react";
import type { DirectoryService } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  Empty,
  ordinalOf,
  PageHead,
  PlaceLink,
  Sheet,
  Told,
  useAddressText,
  useDomainName,
  useFieldName,
  useFunctionName,
  useIn,
  usePageTitle,
  usePartyName,
  usePlaces,
  useServiceName,
  useSides,
  Who,
} from "../parts/index.ts";
import { KeyList } from "./key-list.tsx";
import { matches } from "./search.ts";

export function Page(): ReactNode {
  const accord = useAccordId();
  const { parties } = useAsk("directory", { params: { accord } });
  const { own, other } = useSides();
  const say = useSay();
  const partyName = usePartyName();
  const sought = useAddressText("q");
  const shown = useAddressText("side");
  usePageTitle(say("directory.title"));
  const sides = [own, other].filter((party) => shown.value === "" || shown.value === party);
  return (
    <>
      <PageHead
        title={<Words id="directory.title" />}
        sub={<Words id="directory.sub" />}
        actions={
          <search className="filters">
            <label className="field">
              <span>
                <Words id="directory.search" />
              </span>
              <input
                className="input"
                type="search"
                value={sought.value}
                onChange={(event) => sought.set(event.target.value)}
              />
            </label>
            <label className="field">
              <span>
                <Words id="directory.side" />
              </span>
              <select className="input" value={shown.value} onChange={(event) => shown.set(event.target.value)}>
                <option value="">{say("directory.both")}</option>
                {[own, other].map((party) => (
                  <option key={party} value={party}>
                    {partyName(party)}
                  </option>
                ))}
              </select>
            </label>
          </search>
        }
      />
      {sides.map((party) => (
        <Side key={party} party={party} services={parties[party] ?? []} sought={sought.value} />
      ))}
    </>
  );
}

interface SideProps {
  readonly party: string;
  readonly services: readonly DirectoryService[];
  readonly sought: string;
}

function Side({ party, services, sought }: SideProps): ReactNode {
  const found = services.filter((service) => matches(service, sought));
  return (
    <Sheet
      title={<Who party={party} />}
      aside={
        <span className="small muted">
          <Words id="directory.services" values={{ count: found.length }} />
        </span>
      }
    >
      {found.length === 0 ? <Empty title={<Words id="directory.none" />} /> : null}
      {found.map((service) => (
        <Service key={`${service.service} ${service.dossier ?? ""}`} party={party} service={service} />
      ))}
    </Sheet>
  );
}

function Service({ party, service }: { readonly party: string; readonly service: DirectoryService }): ReactNode {
  const serviceName = useServiceName();
  const functionName = useFunctionName();
  const read = useIn();
  const places = usePlaces();
  const sides = useSides();
  const contact = Object.entries(service.contact ?? {});
  return (
    <article className={`service edge edge--${ordinalOf(sides, party)}`}>
      <header className="row row--wrap">
        <h3>
          <Told text={read(service.names) || serviceName(party, service.service)} />
        </h3>
        <bdi className="mono">{service.service}</bdi>
        {service.withdrawn ? (
          <span className="chip chip--warn">
            <Words id="directory.withdrawn" />
          </span>
        ) : null}
        {service.dossier === undefined ? null : (
          <PlaceLink className="small" to={places.dossier(service.dossier)}>
            <Words id="directory.history" />
          </PlaceLink>
        )}
      </header>
      <dl className="pairs">
        {service.domains.length === 0 ? null : (
          <>
            <dt>
              <Words id="directory.domains" />
            </dt>
            <dd>
              <Domains domains={service.domains} />
            </dd>
          </>
        )}
        {service.functions.length === 0 ? null : (
          <>
            <dt>
              <Words id="directory.functions" />
            </dt>
            <dd>
              <ul className="stack">
                {service.functions.map((one) => (
                  <li key={one.function}>
                    <Told text={read(one.names) || functionName(one.function)} />{" "}
                    <bdi className="mono">{one.function}</bdi>
                    {one.keys.length === 0 ? null : <KeyList keys={one.keys} />}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {contact.map(([name, value]) => (
          <Contact key={name} name={name} value={value} />
        ))}
        <dt>
          <Words id="directory.keys" />
        </dt>
        <dd>{service.keys.length === 0 ? <Words id="directory.noKeys" /> : <KeyList keys={service.keys} />}</dd>
        <Sealing keys={service.sealing} />
      </dl>
    </article>
  );
}

function Sealing({ keys }: { readonly keys: DirectoryService["sealing"] }): ReactNode {
  if (keys.length === 0) return null;
  return (
    <>
      <dt>
        <Words id="directory.sealing" />
      </dt>
      <dd>
        <KeyList
          keys={keys.map(({ recipient, successor, ...fate }) => ({
            ...fate,
            kid: shortOf(recipient),
            ...(successor === undefined ? {} : { successor: shortOf(successor) }),
          }))}
        />
      </dd>
    </>
  );
}

/** A hybrid recipient has some 2,000 letters: its beginning and its end tell one from the other. */
function shortOf(recipient: string): string {
  return recipient.length <= 80 ? recipient : `${recipient.slice(0, 40)}…${recipient.slice(-16)}`;
}

function Domains({ domains }: { readonly domains: readonly string[] }): ReactNode {
  const name = useDomainName();
  return domains.map(name).join(" · ");
}

function Contact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  const fieldName = useFieldName();
  return (
    <>
      <dt>{fieldName("designation", name)}</dt>
      <dd>
        <Told text={value} />
      </dd>
    </>
  );
}
