// One document being sealed: begun when a file is chosen, sent piece by piece, paused and taken up again, given up.
// What it has come to stands in `KeptUpload`, which the caller keeps; the file itself is held by this page alone.

import { useEffect, useEffectEvent, useState } from "react";
import { flushSync } from "react-dom";
import { call, Refused, useAccordId } from "../../api/index.ts";
import { useSides } from "../sides.tsx";
import { type Envelope, mediaTypeOf } from "./envelope.ts";
import { type KeptUpload, noUpload, referenceIn } from "./kept-upload.ts";
import { nodePort } from "./node-port.ts";
import { printOf } from "./print.ts";
import { sealContent } from "./sending.ts";

/**
 * empty: no file. beginning: the node is asked. waiting: begun by an earlier page; the same file is to be chosen again.
 * sending, paused, stopped (refused, or the file could not be read), sealed.
 */
export type Phase = "empty" | "beginning" | "waiting" | "sending" | "paused" | "stopped" | "sealed";

/** Under which level, and for which service of the other side. */
interface Choice {
  readonly level: string;
  readonly to: string;
}

export interface Upload {
  readonly phase: Phase;
  /** Bytes sealed. */
  readonly offset: number;
  /** The node does not answer for now. */
  readonly away: boolean;
  readonly failure: unknown;
  /** The file chosen again is not the one that was begun. */
  readonly other: boolean;
  choose(file: File, as: Choice): void;
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
  const begun = useBegin(envelope);
  const [state, setState] = useState(still);
  const { upload } = kept;
  // Of another upload than the one at hand (a list in which items were moved) nothing is known.
  const known = state.upload === upload ? state : still;
  const change = (part: Partial<State>): void =>
    setState((before) => ({ ...(before.upload === upload ? before : still), upload, ...part }));
  const sealed = referenceIn(kept) !== undefined;
  const runs = upload !== "" && !sealed && inHand.has(upload) && !known.paused && known.failure === undefined;

  async function begin(file: File, as: Choice): Promise<void> {
    setState({ ...still, beginning: true });
    try {
      const next = await begun(file, as);
      inHand.set(next.upload, file);
      setState({ ...still, upload: next.upload });
      onChange(next);
    } catch (cause) {
      setState({ ...still, failure: cause });
    }
  }

  /** Goes on with an upload that an earlier page began. */
  async function again(file: File): Promise<void> {
    try {
      if ((await printOf(file)) !== kept.print) return change({ other: true });
      inHand.set(upload, file);
      change({ other: false, failure: undefined, paused: false });
    } catch (cause) {
      change({ failure: cause });
    }
  }

  useSending({ accord, upload, runs }, { change, begin, kept, onChange });
  return {
    phase: phaseOf({ known, sealed, runs, upload }),
    ...known,
    choose: (file, as) => void (upload === "" ? begin(file, as) : again(file)),
    pause: () => change({ paused: true }),
    resume: () => change({ paused: false, failure: undefined }),
    giveUp() {
      void forget({ accord, kept });
      inHand.delete(upload);
      setState(still);
      onChange(noUpload);
    },
  };
}

/** Asks the node to begin an upload; what is then kept of it. */
function useBegin({ act, from }: Envelope): (file: File, as: Choice) => Promise<KeptUpload> {
  const accord = useAccordId();
  const { own, other, labels } = useSides();
  return async (file, as) => {
    const print = await printOf(file);
    const mediaType = mediaTypeOf(file.type);
    const label = { policy: labels.policy, classification: as.level, releasableTo: [own, other].sort() };
    const asked = { act, label, mediaType, name: file.name, from, to: as.to, size: file.size };
    const { upload } = await call("beginUpload", { params: { accord }, body: asked });
    return { ...noUpload, ...as, name: file.name, size: String(file.size), mediaType, print, upload };
  };
}

interface Running {
  readonly accord: string;
  readonly upload: string;
  readonly runs: boolean;
}

interface Told {
  readonly kept: KeptUpload;
  change(part: Partial<State>): void;
  begin(file: File, as: Choice): Promise<void>;
  onChange(kept: KeptUpload): void;
}

/** Sends while it runs; stops where it is when it is paused or the page is left. */
function useSending({ accord, upload, runs }: Running, told: Told): void {
  // An answer that comes between two of the page's own changes must not undo the earlier one.
  const finish = useEffectEvent((reference: string) => flushSync(() => told.onChange({ ...told.kept, reference })));
  const progress = useEffectEvent(told.change);
  const beginAnew = useEffectEvent((file: File) => told.begin(file, { level: told.kept.level, to: told.kept.to }));
  useEffect(() => {
    const file = runs ? inHand.get(upload) : undefined;
    if (file === undefined) return undefined;
    const control = new AbortController();
    const { signal } = control;
    sealContent({ port: nodePort({ accord, upload, signal }), file, onProgress: progress }).then(
      (document) => {
        inHand.delete(upload);
        if (!signal.aborted) finish(JSON.stringify(document));
      },
      (cause: unknown) => {
        if (signal.aborted) return;
        // A file that was changed or removed meanwhile can no longer be read by this handle.
        if (isLost(cause) || cause instanceof DOMException) inHand.delete(upload);
        if (isLost(cause)) void beginAnew(file);
        else progress({ failure: cause });
      },
    );
    return () => control.abort();
  }, [accord, upload, runs]);
}

function phaseOf(at: { known: State; sealed: boolean; runs: boolean; upload: string }): Phase {
  if (at.sealed) return "sealed";
  if (at.known.beginning) return "beginning";
  if (at.known.failure !== undefined) return "stopped";
  if (at.upload === "") return "empty";
  if (at.runs) return "sending";
  return at.known.paused ? "paused" : "waiting";
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
