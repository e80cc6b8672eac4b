// The two registers side by side: how many acts each has, its head, and how much of it the other side holds. Each side
// appends to its own only; there is no third one.

import type { ReactNode } from "react";
import type { AccordDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { headHex, Num, usePartyName, useSides, Who } from "../parts/index.ts";
import { Fingerprint } from "../parts/proof/index.ts";

export function Heads(): ReactNode {
  const accord = useAccordId();
  const { registers } = useAsk("accord", { params: { accord } });
  const { own, other } = useSides();
  return (
    <section className="heads" aria-labelledby="heads">
      <h2 id="heads" className="vh">
        <Words id="register.heads" />
      </h2>
      <Head party={own} holder={other} register={registers[own]} />
      <Together registers={registers} />
      <Head party={other} holder={own} register={registers[other]} end />
    </section>
  );
}

interface HeadProps {
  readonly party: string;
  readonly holder: string;
  readonly register: AccordDetail["registers"][string] | undefined;
  readonly end?: boolean;
}

function Head({ party, holder, register, end = false }: HeadProps): ReactNode {
  const name = usePartyName();
  return (
    <div className={end ? "hd hd--end" : "hd"}>
      <Who party={party} />
      {register === undefined ? null : (
        <>
          <span>
            <Words
              id="register.head"
              values={{
                count: register.size,
                shown: <Num>{register.size}</Num>,
                root: <Fingerprint hex={headHex(register.root)} />,
              }}
            />
          </span>
          <small className="muted">
            <Words
              id={register.heldByBoth >= register.size ? "register.head.held" : "register.head.partly"}
              values={{ holder: name(holder), held: <Num>{register.heldByBoth}</Num> }}
            />
          </small>
        </>
      )}
    </div>
  );
}

function Together({ registers }: { readonly registers: AccordDetail["registers"] }): ReactNode {
  const all = Object.values(registers);
  const size = all.reduce((sum, one) => sum + one.size, 0);
  const held = all.reduce((sum, one) => sum + Math.min(one.size, one.heldByBoth), 0);
  return (
    <div className="heads__eq">
      <b>
        <Words
          id={held === size ? "register.together" : "register.apart"}
          values={{ count: size, shown: <Num>{size}</Num>, held: <Num>{held}</Num> }}
        />
      </b>
      <span className={held === size ? "eq" : "eq eq--open"} />
    </div>
  );
}
