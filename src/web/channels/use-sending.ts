// Making the act that was composed: its texts are sealed, then it is registered; or handed to another officer of this
// side to release; or, where it is grave, shown and signed first. Nothing is lost when it is refused.

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DraftDetail, RefusalText } from "../../api/index.ts";
import type { JsonValue } from "../../seal/index.ts";
import { call, Refused, useAccordId } from "../api/index.ts";
import { type Drafted, useSides } from "../parts/index.ts";
import type { Envelope } from "../parts/upload/index.ts";
import type { Frame } from "./frame.ts";
import { type SealedTexts, sealTexts, type TextToSeal } from "./sealing.ts";

export interface SendingOf {
  /** `request/1`. */
  readonly procedure: string;
  readonly step: string;
  readonly grave: boolean;
  readonly dossier: string | undefined;
  readonly act: string;
  readonly frame: Frame;
  readonly envelope: Envelope | undefined;
  /** The draft that is written anew. */
  readonly draft: Pick<DraftDetail, "id" | "version"> | undefined;
  onRegistered(act: string): void;
  onHanded(draft: DraftDetail): void;
}

export interface Composed {
  readonly body: Readonly<Record<string, JsonValue>>;
  readonly texts: readonly TextToSeal[];
}

export interface Sending {
  readonly busy: boolean;
  readonly refusal: RefusalText | undefined;
  readonly error: unknown;
  /** Refused to this officer by this side's own rules: another may release it. */
  readonly barred: boolean;
  /** The completed act of a grave step, while its officer is asked to sign. */
  readonly toSign: Drafted | undefined;
  send(composed: Composed): Promise<void>;
  /** Lays it before the officers who may release it. */
  handOver(composed: Composed): Promise<void>;
  again(): void;
  registered(act: string): void;
  unsign(): void;
}

interface State {
  readonly busy: boolean;
  readonly refusal?: RefusalText;
  readonly error?: unknown;
}

/** What was tried last, for trying it again. */
type Tried = { readonly how: "send" | "handOver"; readonly composed: Composed };

export function useSending(of: SendingOf): Sending {
  const accord = useAccordId();
  const client = useQueryClient();
  const [state, setState] = useState<State>({ busy: false });
  const [toSign, setToSign] = useState<Drafted>();
  const [tried, setTried] = useState<Tried>();
  const complete = useCompleting(of);

  const attempt = async (one: Tried): Promise<void> => {
    setTried(one);
    setState({ busy: true });
    try {
      const drafted = await complete(one.composed);
      if ("code" in drafted) return setState({ busy: false, refusal: drafted });
      const { act } = drafted;
      if (one.how === "handOver") {
        const laid = await lay({ accord, act, draft: of.draft });
        setState({ busy: false });
        await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === accord });
        return of.onHanded(laid);
      }
      if (of.grave) {
        setState({ busy: false });
        return setToSign(act);
      }
      const { results } = await call("registerActs", { params: { accord }, body: { acts: [act] } });
      const [result] = results;
      if (result?.status === "refused") return setState({ busy: false, refusal: result.refusal });
      setState({ busy: false });
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === accord });
      of.onRegistered(act.id);
    } catch (cause) {
      setState({ busy: false, ...(cause instanceof Refused ? { refusal: cause.refusal } : { error: cause }) });
    }
  };
  return {
    busy: state.busy,
    refusal: state.refusal,
    error: state.error,
    barred: state.refusal?.code === "policy.denied" && tried?.how === "send",
    toSign,
    send: (composed) => attempt({ how: "send", composed }),
    handOver: (composed) => attempt({ how: "handOver", composed }),
    again: () => (tried === undefined ? undefined : void attempt(tried)),
    registered(act) {
      setToSign(undefined);
      of.onRegistered(act);
    },
    unsign: () => setToSign(undefined),
  };
}

/** Seals what was typed and gives the whole act; the same text under the same label is sealed once. */
function useCompleting(of: SendingOf): (composed: Composed) => Promise<{ readonly act: Drafted } | RefusalText> {
  const accord = useAccordId();
  const { own, other, labels } = useSides();
  const [last, setLast] = useState<{ readonly print: string; readonly sealed: SealedTexts }>();
  const { frame, envelope, act: id } = of;
  const label = { policy: labels.policy, classification: frame.level, releasableTo: [own, other].sort() };
  return async ({ body, texts }) => {
    const print = JSON.stringify([id, label, texts]);
    let sealed: SealedTexts = last?.print === print ? last.sealed : {};
    if (last?.print !== print && envelope !== undefined) {
      const done = await sealTexts({ accord, envelope, label, texts });
      if ("code" in done) return done;
      sealed = done.sealed;
      setLast({ print, sealed });
    }
    return {
      act: {
        id,
        dossier: of.dossier ?? id,
        service: frame.service,
        function: frame.function,
        procedure: of.procedure,
        step: of.step,
        articles: [...frame.articles],
        label,
        body: { ...body, ...sealed },
      },
    };
  };
}

async function lay(input: {
  readonly accord: string;
  readonly act: Drafted;
  readonly draft: SendingOf["draft"];
}): Promise<DraftDetail> {
  const { accord, act, draft } = input;
  if (draft === undefined) return await call("composeDraft", { params: { accord }, body: act });
  const body = { version: draft.version, draft: act };
  return await call("changeDraft", { params: { accord, draft: draft.id }, body });
}
