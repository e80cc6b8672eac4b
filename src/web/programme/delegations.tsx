// Both delegations in protocol order: the visitor's as it was tabled, the host's as the lines name it. The reader's own
// side stands first.

import type { ReactNode } from "react";
import { useSay, Words } from "../language/index.ts";
import { Empty, Sheet, Told, useIn, useSides, Who } from "../parts/index.ts";
import { hostOrder } from "./precedence.ts";
import type { Member, ProgrammeShown } from "./programme-data.ts";

export function Delegations({ data }: { readonly data: ProgrammeShown }): ReactNode {
  const { own, other } = useSides();
  const say = useSay();
  const host = hostOrder(data.engagements);
  const visitor = data.delegation?.members ?? [];
  return (
    <Sheet
      title={<Words id="programme.delegations" />}
      aside={
        <span className="small muted">
          {say("programme.delegations.count", { count: host.length + visitor.length })}
        </span>
      }
    >
      <div className="deleg">
        {[own, other].map((party) => (
          <div key={party}>
            <h3>
              <Who party={party} />
            </h3>
            {party === data.host ? <Offices offices={host} /> : <Members members={visitor} />}
          </div>
        ))}
      </div>
    </Sheet>
  );
}

/** The host's side is known by office only. */
function Offices({ offices }: { readonly offices: readonly string[] }): ReactNode {
  if (offices.length === 0) return <Empty title={<Words id="programme.delegations.noHost" />} />;
  return (
    <ol>
      {offices.map((office) => (
        <li key={office}>
          <Told text={office} />
        </li>
      ))}
    </ol>
  );
}

function Members({ members }: { readonly members: readonly Member[] }): ReactNode {
  const read = useIn();
  if (members.length === 0) return <Empty title={<Words id="programme.delegations.notTabled" />} />;
  const places = members.map((member, i) => ({ member, place: i + 1 }));
  return (
    <ol>
      {places.map(({ member, place }) => (
        <li key={place}>
          <Told text={member.name ?? read(member.function)} />
          {member.name === undefined && member.rank === undefined ? null : (
            <small>
              <Told text={(member.name === undefined ? member.rank : read(member.function)) ?? ""} />
            </small>
          )}
        </li>
      ))}
    </ol>
  );
}
