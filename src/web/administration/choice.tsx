// One of what there is, or none.

import type { ReactNode } from "react";
import { useSay } from "../language/index.ts";
import { toldText } from "../parts/index.ts";

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly offers: readonly { readonly value: string; readonly text: string }[];
  onChange(value: string): void;
}

export function Choice({ name, value, offers, onChange }: ChoiceProps): ReactNode {
  const say = useSay();
  return (
    <label className="field">
      <span>{name}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say("administration.any")}</option>
        {offers.map((offer) => (
          <option key={offer.value} value={offer.value}>
            {toldText(offer.text)}
          </option>
        ))}
      </select>
    </label>
  );
}
