// Who comes: the functions of each delegation in order of precedence, the co-chair first. A name only of who holds
// public office.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { Sheet, Told, useIn, useSides, Who } from "../parts/index.ts";
import type { SessionShown } from "./session-data.ts";

export function DelegationsSheet({ data }: { readonly data: SessionShown }): ReactNode {
  const read = useIn();
  const { own, other } = useSides();
  const named = [own, other].filter((party) => (data.delegations[party] ?? []).length > 0);
  if (named.length === 0) return null;
  return (
    <Sheet title={<Words id="committee.delegations" />}>
      <div className="sheet__body committee-delegations">
        {named.map((party) => (
          <section key={party}>
            <h3>
              <Who party={party} />
            </h3>
            <ol>
              {(data.delegations[party] ?? []).map((member, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an order of precedence has nothing but its places.
                <li key={place}>
                  <Told text={read(member.function)} />
                  {member.name === undefined ? null : (
                    <>
                      {", "}
                      <Told text={member.name} />
                    </>
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
