// In which of the officer's own functions the act is made; nothing to choose for an officer of one function.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { useFunctionName } from "../parts/index.ts";
import type { ActFrame } from "./act-frame.ts";

export function FunctionPicker({ frame }: { readonly frame: ActFrame }): ReactNode {
  const functionName = useFunctionName();
  if (frame.functions.length < 2) return null;
  return (
    <label className="field">
      <span className="field__name">
        <Words id="dossier.step.function" />
      </span>
      <select className="input" value={frame.function} onChange={(event) => frame.setFunction(event.target.value)}>
        {frame.functions.map((code) => (
          <option key={code} value={code}>
            {functionName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
