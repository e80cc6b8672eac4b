// One document being sealed: begun when a file is chosen, sent piece by piece, paused and taken up again, given up. What
// it has come to stands in `KeptUpload`, which the caller keeps; the file itself is held by this page alone.

import { useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";
import { call, Refused, useAccordId } from "../../api/index.ts";
import { useSides } from "../sides.tsx";
import { type Envelope, mediaTypeOf } from "./envelope.ts";
import { type KeptUpload, noUpload, referenceIn } from "./kept-upload.ts";
import { printOf } from "./print.ts";
import { sealContent, type UploadPort } from "./sending.ts";

/**
 * empty: no file. beginning: the node is asked. waiting: begun by an earlier page; the same file is to be chosen again.
 * sending, paused, stopped (refused, or the file could not be read), sealed.
 */
export type Phase = "empty" | "beginning" | "waiting" | "sending" | "paused" | "stopped" | "sealed";

export interface Upload {
  readonly phase: Phase;
  /** Bytes sealed. */
  readonly offset: number;
  /** The node does not answer for now. */
  readonly away: boolean;
  readonly failure: unknown;
  /** The file chosen again is not the one that was begun. */
  readonly other: boolean;
  choose(file: File, as: { readonly level: string; readonly to: string }): void;
  pause(): void;
  resume(): void;
  /** Gives it up: what was sealed of it is removed on the node. */
  giveUp(): void;
}

interface UseUpload {
  readonly kept: KeptUpload;
  onChange(kept: KeptUpload): void;
  readonly envelope: Envelope;
}

/** Files by upload, so that a form that is closed and opened again in one page goes on by itself. */
const inHand = new Map<string, File>();

interface State {
  readonly upload: string;
  readonly offset: number;
  readonly away: boolean;
  readonly paused: boolean;
  readonly beginning: boolean;
  readonly failure: unknown;
  readonly other: boolean;
}

const still: State = {
  upload: "",
  offset: 0,
  away: false,
  paused: false,
  beginning: false,
  failure: undefined,
  other: false,
};

export function useUpload({ kept, onChange, envelope }: UseUpload): Upload {
  const accord = useAccordId();
  const { own, other, labels } = useSides();
  const [state, setState] = useState(still);
  const { upload } = kept;
  // Of another upload than the one at hand (a list in which items were moved) nothing is known.
  const known = state.upload === upload ? state : still;
  const change = (part: Partial<State>): void =>
    setState((before) => ({ ...(before.upload === upload ? before : still), upload, ...part }));
  const sealed = referenceIn(kept) !== undefined;
  const runs = upload !== "" && !sealed && inHand.has(upload) && !known.paused && known.failure === undefined;
  // An answer that comes between two of the page's own changes must not undo the earlier one.
  const keep = useEffectEvent((part: Pick<KeptUpload, "reference">) => flushSync(() => onChange({ ...kept, ...part })));
  const told = useEffectEvent(change);

  async function begin(file: File, as: { readonly level: string; readonly to: string }): Promise<void> {
    setState({ ...still, beginning: true });
    try {
      const print = await printOf(file);
      const mediaType = mediaTypeOf(file.type);
      const label = { policy: labels.policy, classification: as.level, releasableTo: [own, other].sort() };
      const { act, from } = envelope;
      const asked = { act, label, mediaType, name: file.name, from, to: as.to, size: file.size };
      const begun = await call("beginUpload", { params: { accord }, body: asked });
      inHand.set(begun.upload, file);
      setState({ ...still, upload: begun.upload });
      onChange({
        ...noUpload,
        ...as,
        name: file.name,
        size: String(file.size),
        mediaType,
        print,
        upload: begun.upload,
      });
    } catch (cause) {
      setState({ ...still, failure: cause });
    }
  }

  const begins = useEffectEvent(begin);
  const keptAs = useEffectEvent(() => ({ level: kept.level, to: kept.to }));

  useEffect(() => {
    const file = runs ? inHand.get(upload) : undefined;
    if (file === undefined) return undefined;
    const control = new AbortController();
    const { signal } = control;
    sealContent({ port: portOf({ accord, upload, signal }), file, onProgress: told }).then(
      (document) => {
        inHand.delete(upload);
        if (!signal.aborted) keep({ reference: JSON.stringify(document) });
      },
      (cause: unknown) => {
        if (signal.aborted) return;
        // A file that was changed or removed meanwhile can no longer be read by this handle.
        if (isLost(cause) || cause instanceof DOMException) inHand.delete(upload);
        if (isLost(cause)) void begins(file, keptAs());
        else told({ failure: cause });
      },
    );
    return () => control.abort();
  }, [accord, upload, runs]);

  return {
    phase: phaseOf({ known, sealed, runs, upload }),
    offset: known.offset,
    away: known.away,
    failure: known.failure,
    other: known.other,
    choose(file, as) {
      if (upload === "") void begin(file, as);
      else void again(file);
    },
    pause: () => change({ paused: true }),
    resume: () => change({ paused: false, failure: undefined }),
    giveUp() {
      void forget({ accord, kept });
      inHand.delete(upload);
      setState(still);
      onChange(noUpload);
    },
  };

  /** The file of an upload that an earlier page began. */
  async function again(file: File): Promise<void> {
    try {
      if ((await printOf(file)) !== kept.print) return change({ other: true });
      inHand.set(upload, file);
      change({ other: false, failure: undefined, paused: false });
    } catch (cause) {
      change({ failure: cause });
    }
  }
}

function phaseOf(at: { known: State; sealed: boolean; runs: boolean; upload: string }): Phase {
  if (at.sealed) return "sealed";
  if (at.known.beginning) return "beginning";
  if (at.known.failure !== undefined) return "stopped";
  if (at.upload === "") return "empty";
  if (at.runs) return "sending";
  return at.known.paused ? "paused" : "waiting";
}

function portOf(at: { readonly accord: string; readonly upload: string; readonly signal: AbortSignal }): UploadPort {
  const { signal, accord, upload } = at;
  const params = { accord, upload };
  return {
    append: (bytes, offset) => call("appendUpload", { params, query: { offset }, bytes, signal }),
    state: () => call("upload", { params, signal }),
    end: () => call("endUpload", { params, signal }),
    pause: (ms) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}

/** The node has nothing of it: a small content that it had in memory alone when it was started anew. */
function isLost(cause: unknown): boolean {
  return cause instanceof Refused && ["node.uploadLost", "api.unknown"].includes(cause.refusal.code);
}

/** What cannot be removed now, the node removes by itself after some days. */
async function forget({ accord, kept }: { readonly accord: string; readonly kept: KeptUpload }): Promise<void> {
  const reference = referenceIn(kept);
  try {
    if (kept.upload !== "") await call("dropUpload", { params: { accord, upload: kept.upload } });
    if (reference !== undefined) await call("forgetDocument", { params: { accord, digest: reference.digest } });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
  }
}
