// Making acts from a page: completed with whose service and function sits before it, under the article that authorises
// them, and sent. Of several acts each is told apart; the first that is refused is what the page shows. Grave steps,
// which an officer signs, go by the confirming dialog of `session`.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { RefusalText } from "../../api/index.ts";
import { call, Refused, useAccordId, useAsk } from "../api/index.ts";

export interface StepToMake {
  readonly step: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The dossier; absent for a step that opens one. */
  readonly dossier?: string;
  /** The act's id where it was chosen before: documents are sealed for it. */
  readonly id?: string;
}

export interface MakingOf {
  /** `visit/1`. */
  readonly procedure: string;
  /** The code of the level the acts are marked with; the lowest when absent. */
  readonly classification?: string | undefined;
}

export interface Drafted extends Record<string, unknown> {
  readonly id: string;
}

/** Completes steps into drafts: who makes them, under which articles, with which label. */
export function useDrafts({ procedure, classification }: MakingOf): (steps: readonly StepToMake[]) => Drafted[] {
  const accord = useAccordId();
  const session = useAsk("session");
  const { own, other, labels, articles } = useAsk("accord", { params: { accord } });
  const { items } = useAsk("procedures", { params: { accord } });
  const rests = items.find((one) => one.procedure === procedure)?.rests;
  const resting = articles.find((one) => one.applies && one.domains.some((domain) => domain === rests));
  return (steps) =>
    steps.map(({ step, body, dossier, id = newActId() }) => {
      return {
        id,
        dossier: dossier ?? id,
        service: session.state === "signedIn" ? session.service : "registry",
        function: session.state === "signedIn" ? session.functions[0] : undefined,
        procedure,
        step,
        articles: resting === undefined ? [] : [resting.number],
        label: {
          policy: labels.policy,
          classification: classification ?? labels.levels[0]?.code,
          releasableTo: [own, other].sort(),
        },
        body,
      };
    });
}

export interface Making {
  readonly busy: boolean;
  /** Why the last attempt was refused. */
  readonly refusal: RefusalText | undefined;
  /** What else went wrong: the node that does not answer, say. Nothing was lost; it can be sent again. */
  readonly error: unknown;
  /** The ids of the acts; undefined when they were not all registered. */
  make(steps: readonly StepToMake[]): Promise<readonly string[] | undefined>;
  forget(): void;
}

/** Acts that were sent and not answered, and what they say. */
interface Unanswered {
  readonly said: string;
  readonly acts: readonly Drafted[];
}

export function useMaking(of: MakingOf): Making {
  const accord = useAccordId();
  const client = useQueryClient();
  const drafts = useDrafts(of);
  const [refusal, setRefusal] = useState<RefusalText | undefined>(undefined);
  const unanswered = useRef<Unanswered | undefined>(undefined);
  const mutation = useMutation({
    mutationFn: async (acts: readonly Drafted[]) => call("registerActs", { params: { accord }, body: { acts } }),
  });
  return {
    busy: mutation.isPending,
    refusal,
    error: mutation.error instanceof Refused ? undefined : (mutation.error ?? undefined),
    forget() {
      setRefusal(undefined);
      mutation.reset();
    },
    async make(steps) {
      setRefusal(undefined);
      // Sent again after an answer was lost, the same acts go under the same ids: they are registered once.
      const said = JSON.stringify([of, steps]);
      const acts = unanswered.current?.said === said ? unanswered.current.acts : drafts(steps);
      unanswered.current = { said, acts };
      try {
        const { results } = await mutation.mutateAsync(acts);
        unanswered.current = undefined;
        // The stream tells of it too; asking at once spares the wait.
        await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === accord });
        const refused = results.find((one) => one.status === "refused");
        if (refused?.status !== "refused") return acts.map((one) => one.id);
        setRefusal(refused.refusal);
      } catch (cause) {
        if (cause instanceof Refused) {
          unanswered.current = undefined;
          setRefusal(cause.refusal);
        }
        // Everything else stands in `error`.
      }
      return undefined;
    },
  };
}

/** The id of an act to be made, a UUIDv7 (RFC 9562): the time, then random bits. */
export function newActId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = Date.now().toString(16).padStart(12, "0");
  const variant = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const tail = `${variant.toString(16)}${hex.slice(6, 8)}-${hex.slice(8, 20)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${tail}`;
}
