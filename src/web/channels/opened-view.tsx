// Opening a document by hand, and what was opened: asked for first where it becomes known to the other side, a text
// shown as text, a file offered to be saved and never shown in place.

import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { Refused, useAsk } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  ErrorOf,
  Icon,
  RefusalNote,
  TaskDialog,
  toldText,
  useFunctionName,
  usePartyName,
  useSides,
} from "../parts/index.ts";
import type { FileRowProps } from "./file-row.tsx";
import type { Opening } from "./opening.ts";

export function OpenButton(props: FileRowProps & { readonly opening: Opening }): ReactNode {
  const { opening, by, held } = props;
  const { own } = useSides();
  const functions = useFunctions();
  const [asks, setAsks] = useState(false);
  if (opening.opened !== undefined) {
    return (
      <Button className="btn btn--quiet" onPress={opening.close}>
        <Words id="channels.document.close" />
      </Button>
    );
  }
  const silent = (by === own || held?.rung === "opened") && functions.length < 2;
  const [only = ""] = functions;
  return (
    <>
      <Button
        className="btn"
        isDisabled={opening.busy}
        onPress={() => (silent ? void opening.open(only) : setAsks(true))}
      >
        <Words id="channels.document.open" />
      </Button>
      {asks ? (
        <AskFirst
          {...props}
          registers={by !== own && held?.rung !== "opened"}
          functions={functions}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </>
  );
}

/** The officer's own functions. */
export function useFunctions(): readonly string[] {
  const session = useAsk("session");
  return session.state === "signedIn" ? session.functions : [];
}

interface AskFirstProps {
  readonly opening: Opening;
  /** The first opening of what the other side has sent is an act. */
  readonly registers: boolean;
  readonly functions: readonly string[];
  onClose(): void;
}

function AskFirst({ opening, registers, functions, onClose }: AskFirstProps): ReactNode {
  const { other } = useSides();
  const partyName = usePartyName();
  const functionName = useFunctionName();
  const [chosen, setChosen] = useState(functions[0] ?? "");
  const open = (): void => {
    onClose();
    void opening.open(chosen);
  };
  return (
    <TaskDialog
      title={<Words id="channels.document.openTitle" />}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button className="btn btn--primary" onPress={open}>
            <Words id={registers ? "channels.document.openRegistered" : "channels.document.open"} />
          </Button>
          <Button className="btn" onPress={onClose}>
            <Words id="channels.leave" />
          </Button>
        </>
      }
    >
      <p>
        <Words
          id={registers ? "channels.document.asks" : "channels.document.logs"}
          values={{ party: partyName(other) }}
        />
      </p>
      {functions.length < 2 ? null : (
        <label className="field">
          <span>
            <Words id="channels.function" />
          </span>
          <select className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {functions.map((code) => (
              <option key={code} value={code}>
                {functionName(code)}
              </option>
            ))}
          </select>
        </label>
      )}
    </TaskDialog>
  );
}

export function OpenedView({ opening }: { readonly opening: Opening }): ReactNode {
  const { opened, failure } = opening;
  if (failure !== undefined) {
    return failure instanceof Refused ? (
      <RefusalNote refusal={failure.refusal} />
    ) : (
      <ErrorOf error={failure} again={opening.close} />
    );
  }
  if (opened === undefined) return null;
  return (
    <div className="openeddoc">
      {opened.text === undefined ? (
        <p className="small soft">
          <Words id="channels.document.notShown" />
        </p>
      ) : (
        <p className="openeddoc__text">
          <bdi dir="auto">{toldText(opened.text)}</bdi>
        </p>
      )}
      <a className="small docsave" href={opened.address} download={opened.document.name}>
        <Icon name="download" />
        <Words id="channels.document.save" />
      </a>
    </div>
  );
}
