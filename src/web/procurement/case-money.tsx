// The money of a purchase, as its ledger has it: amounts of text in the currency of the case, never a floating number.

import type { ReactNode } from "react";
import { caseMoney, type ProcurementData } from "../../procedures/index.ts";
import { Words } from "../language/index.ts";
import { Sheet } from "../parts/index.ts";

const figures = ["value", "invoiced", "paid", "confirmed", "deposited"] as const;

export function CaseMoneySheet({ data }: { readonly data: ProcurementData }): ReactNode {
  const money = caseMoney(data);
  if (!money) return null;
  return (
    <Sheet title={<Words id="procurement.money" />}>
      <dl className="sheet__body facts">
        {figures.map((one) => (
          <div key={one}>
            <dt>
              <Words id={`procurement.money.${one}`} />
            </dt>
            <dd>
              <Sum amount={money[one]} currency={money.currency} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

export function Sum({ amount, currency }: { readonly amount: string; readonly currency: string }): ReactNode {
  return (
    <bdi className="t" dir="ltr">
      {amount} {currency}
    </bdi>
  );
}
