// Whether the officer is there: a key, a touch, the pointer. The node is told of it now and then; when nothing is done
// for as long as the node allows, the page locks itself, whatever it goes on reading by itself.

/** How often the node is told at most: its own count of idle time is in minutes. */
const tellEveryMs = 60_000;
const lookEveryMs = 5_000;
const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

export interface Presence {
  end(): void;
}

export function watchPresence(input: {
  readonly idleMs: number;
  /** Told at most once a minute while somebody is there. */
  readonly here: () => void;
  readonly idle: () => void;
  /** For tests. */
  readonly now?: () => number;
}): Presence {
  const { idleMs, here, idle, now = () => performance.now() } = input;
  let last = now();
  let told = last;
  const sign = (): void => {
    last = now();
    if (last - told < tellEveryMs) return;
    told = last;
    here();
  };
  // A machine that slept wakes with the time gone by: the look finds it, whatever the timer did meanwhile.
  const look = setInterval(
    () => {
      if (now() - last >= idleMs) idle();
    },
    Math.min(lookEveryMs, idleMs),
  );
  for (const kind of signs) window.addEventListener(kind, sign, { capture: true, passive: true });
  return {
    end() {
      clearInterval(look);
      for (const kind of signs) window.removeEventListener(kind, sign, { capture: true });
    },
  };
}
