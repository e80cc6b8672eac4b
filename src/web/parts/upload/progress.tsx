// How far a document is sealed, in a bar and in words, and what it is once it is sealed whole.

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { useSay, Words } from "../../language/index.ts";
import { Icon } from "../icon.tsx";
import { Label } from "../label.tsx";
import { toldText } from "../told-text.ts";
import { type KeptUpload, referenceIn } from "./kept-upload.ts";
import { useBytes } from "./use-bytes.ts";
import type { Upload } from "./use-upload.ts";

export function UploadProgress({ upload, kept }: { readonly upload: Upload; readonly kept: KeptUpload }): ReactNode {
  const say = useSay();
  const bytes = useBytes();
  const size = Number(kept.size);
  const name = toldText(kept.name);
  const share = size === 0 ? 100 : Math.floor((100 * upload.offset) / size);
  return (
    <div className="stack stack--tight">
      <p className="row row--wrap">
        <Icon name="attachment" />
        <bdi className="upload__name">{name}</bdi>
        <span className="small muted">
          <Words
            id="parts.upload.sofar"
            values={{ done: <bdi>{bytes(upload.offset)}</bdi>, size: <bdi>{bytes(size)}</bdi> }}
          />
        </span>
      </p>
      <progress className="upload__bar" max={100} value={share} aria-label={say("parts.upload.progress", { name })} />
      <p className="small" role="status">
        <Words id={`parts.upload.phase.${upload.away && upload.phase === "sending" ? "away" : upload.phase}`} />
      </p>
    </div>
  );
}

export function SealedDocument({ kept, onTakeOut }: { readonly kept: KeptUpload; onTakeOut(): void }): ReactNode {
  const bytes = useBytes();
  const reference = referenceIn(kept);
  if (reference === undefined) return null;
  return (
    <div className="row row--wrap">
      <Icon name="check" />
      <bdi className="upload__name">{kept.name === "" ? reference.digest.slice(0, 23) : toldText(kept.name)}</bdi>
      <span className="small muted">
        <bdi>{bytes(kept.size === "" ? reference.size : Number(kept.size))}</bdi>
      </span>
      <Label label={reference.label} />
      <span className="small" role="status">
        <Words id="parts.upload.phase.sealed" />
      </span>
      <Button className="btn btn--quiet" onPress={onTakeOut}>
        <Words id="parts.upload.takeOut" />
      </Button>
    </div>
  );
}
