// A document of an act that is being written: its label, the file that is chosen or dropped here, how far it is sealed,
// and what can be done about it. The content goes to this side's node alone; what is sealed leaves it with the act.

import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Words } from "../../language/index.ts";
import { LabelPicker } from "../form/label-picker.tsx";
import type { Envelope } from "./envelope.ts";
import type { KeptUpload } from "./kept-upload.ts";
import { SealedDocument, UploadProgress } from "./progress.tsx";
import { UploadFailure } from "./upload-failure.tsx";
import { type Upload, useUpload } from "./use-upload.ts";
import "./upload.css";

export interface DocumentUploadProps {
  /** What the document is in the act: "Question", "Attachment 2". */
  readonly name: ReactNode;
  readonly kept: KeptUpload;
  onChange(kept: KeptUpload): void;
  readonly envelope: Envelope;
  /** What stands under the name: that it may be left out, what is wrong. */
  readonly children?: ReactNode;
}

export function DocumentUpload({ name, kept, onChange, envelope, children }: DocumentUploadProps): ReactNode {
  const upload = useUpload({ kept, onChange, envelope });
  return (
    <fieldset className="group upload" data-phase={upload.phase}>
      <legend>{name}</legend>
      {children}
      {kept.upload === "" && upload.phase !== "sealed" ? (
        <Beginning upload={upload} envelope={envelope} />
      ) : (
        <Begun upload={upload} kept={kept} />
      )}
    </fieldset>
  );
}

/** Before a file is chosen: the label it will be sealed under, and who may open it. */
function Beginning({ upload, envelope }: { readonly upload: Upload; readonly envelope: Envelope }): ReactNode {
  const [level, setLevel] = useState<string>();
  const [service, setService] = useState<string>();
  const id = useId();
  const to = service ?? envelope.to[0]?.value;
  if (to === undefined) {
    return (
      <p className="note small">
        <Words id="parts.upload.nobody" />
      </p>
    );
  }
  return (
    <>
      <LabelPicker
        level={level ?? envelope.level}
        cap={envelope.cap}
        onChange={setLevel}
        legend={<Words id="parts.upload.label" />}
      />
      {envelope.to.length < 2 ? null : (
        <div className="field">
          <label className="field__name" htmlFor={id}>
            <Words id="parts.upload.to" />
          </label>
          <select id={id} className="input" value={to} onChange={(event) => setService(event.target.value)}>
            {envelope.to.map((one) => (
              <option key={one.value} value={one.value}>
                {one.text}
              </option>
            ))}
          </select>
        </div>
      )}
      <Chooser
        disabled={upload.phase === "beginning"}
        onFile={(file) => upload.choose(file, { level: level ?? envelope.level, to })}
      >
        <Words id="parts.upload.choose" />
      </Chooser>
      <UploadFailure error={upload.failure} />
    </>
  );
}

function Begun({ upload, kept }: { readonly upload: Upload; readonly kept: KeptUpload }): ReactNode {
  const { phase } = upload;
  if (phase === "sealed") return <SealedDocument kept={kept} onTakeOut={upload.giveUp} />;
  return (
    <>
      <UploadProgress upload={upload} kept={kept} />
      {upload.other ? (
        <p className="flaw" role="alert">
          <Words id="parts.upload.other" values={{ name: <bdi>{kept.name}</bdi> }} />
        </p>
      ) : null}
      {phase === "waiting" ? (
        <Chooser onFile={(file) => upload.choose(file, { level: kept.level, to: kept.to })}>
          <Words id="parts.upload.chooseAgain" />
        </Chooser>
      ) : null}
      <UploadFailure error={upload.failure} />
      <div className="row row--wrap">
        {phase === "sending" ? (
          <Button className="btn" onPress={upload.pause}>
            <Words id="parts.upload.pause" />
          </Button>
        ) : null}
        {phase === "paused" || phase === "stopped" ? (
          <Button className="btn" onPress={upload.resume}>
            <Words id="parts.upload.resume" />
          </Button>
        ) : null}
        <Button className="btn btn--quiet" onPress={upload.giveUp}>
          <Words id="parts.upload.giveUp" />
        </Button>
      </div>
    </>
  );
}

interface ChooserProps {
  readonly children: ReactNode;
  readonly disabled?: boolean;
  onFile(file: File): void;
}

/** The browser's own choice of a file behind a button, and a place to drop one. */
function Chooser({ children, disabled = false, onFile }: ChooserProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined && !disabled) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button serves all.
    <div
      className={over ? "drop drop--over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Button className="btn" isDisabled={disabled} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <span className="small muted">
        <Words id="parts.upload.drop" />
      </span>
    </div>
  );
}
