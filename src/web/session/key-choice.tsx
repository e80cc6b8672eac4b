// With which passkey a grave step is signed: nothing to choose where there is one; and whether the directory has it for
// the function that signs, since a key that nobody has published signs in vain.

import type { ReactNode } from "react";
import type { Act } from "../../acts/index.ts";
import type { Passkey } from "../../api/index.ts";
import { useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { useFunctionName } from "../parts/index.ts";

interface KeyChoiceProps {
  readonly act: Act;
  readonly passkeys: readonly Passkey[];
  readonly chosen: Passkey | undefined;
  readonly onChoose: (credential: string) => void;
}

export function KeyChoice({ act, passkeys, chosen, onChoose }: KeyChoiceProps): ReactNode {
  if (chosen === undefined) {
    return (
      <div className="note" role="alert">
        <p>
          <Words id="session.grave.noPasskey" />
        </p>
      </div>
    );
  }
  return (
    <>
      {passkeys.length > 1 ? (
        <label className="field">
          <span>
            <Words id="session.grave.which" />
          </span>
          <select className="input" value={chosen.credential} onChange={(event) => onChoose(event.target.value)}>
            {passkeys.map(({ credential, label }) => (
              <option key={credential} value={credential}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Published act={act} kid={chosen.kid} />
    </>
  );
}

function Published({ act, kid }: { readonly act: Act; readonly kid: string }): ReactNode {
  const { parties } = useAsk("directory", { params: { accord: act.accord } });
  const functionName = useFunctionName();
  const keys = (parties[act.party] ?? [])
    .filter(({ service }) => service === act.service)
    .flatMap(({ functions }) => functions.filter((one) => one.function === act.function))
    .flatMap((one) => one.keys);
  if (keys.some((key) => key.kid === kid && key.valid)) return null;
  return (
    <div className="note" role="status">
      <p>
        <Words id="session.grave.notPublished" values={{ function: functionName(act.function) }} />
      </p>
    </div>
  );
}
