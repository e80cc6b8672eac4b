// Moving something up and down a timeline: by the mouse anywhere on it, by touch on its grip (elsewhere a finger rolls
// the page), and by the arrow keys. Speaks of minutes; what they mean is the caller's.

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { grid } from "./edits.ts";

export interface VerticalMove {
  /** A new drag or a new key held down begins: what follows under one name is one thing to take back. */
  readonly gesture: () => string;
  /** From where the gesture began; minutes, not yet on any grid. */
  readonly onDrag: (minutes: number, gesture: string) => void;
  /** A step by the keys. `fine`: to the minute. */
  readonly onStep: (minutes: number, how: { readonly gesture: string; readonly fine: boolean }) => void;
  /** The gesture is given up. */
  readonly onCancel: () => void;
  /** Pressed, not moved. */
  readonly onPress: () => void;
}

/** Pixels below which a press is no drag. */
const threshold = 4;

interface Drag {
  readonly pointer: number;
  readonly from: number;
  readonly scale: number;
  readonly gesture: string;
  moved: boolean;
}

/** Handlers for the element that is moved. It stands in a timeline that tells how many minutes it shows. */
export function useVerticalMove(move: VerticalMove) {
  const drag = useRef<Drag | undefined>(undefined);
  const held = useRef<string | undefined>(undefined);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !mayDrag(event)) return;
      const scale = scaleAround(event.currentTarget);
      drag.current = { pointer: event.pointerId, from: event.clientY, scale, gesture: move.gesture(), moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = drag.current;
      if (!now || now.pointer !== event.pointerId) return;
      const pixels = event.clientY - now.from;
      if (!now.moved && Math.abs(pixels) < threshold) return;
      now.moved = true;
      move.onDrag(pixels / now.scale, now.gesture);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (drag.current?.pointer !== event.pointerId) return;
      const { moved } = drag.current;
      drag.current = undefined;
      if (!moved) move.onPress();
    },
    onPointerCancel() {
      if (drag.current?.moved) move.onCancel();
      drag.current = undefined;
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = stepOf(event);
      if (event.key === "Escape" && drag.current) {
        drag.current = undefined;
        move.onCancel();
      } else if (step !== undefined) {
        event.preventDefault();
        held.current = event.repeat ? (held.current ?? move.gesture()) : move.gesture();
        move.onStep(step, { gesture: held.current, fine: event.altKey });
      }
    },
    /** A press by touch elsewhere than on the grip, and by Enter or Space. */
    onClick(event: { readonly detail: number }) {
      if (event.detail === 0) move.onPress();
    },
  };
}

/** Pixels a minute takes on the timeline around an element, which tells by `data-span` how many it shows. */
function scaleAround(element: Element): number {
  const timeline = element.closest("[data-span]");
  const span = Number(timeline?.getAttribute("data-span"));
  return timeline && span > 0 ? timeline.getBoundingClientRect().height / span : 1;
}

function mayDrag(event: PointerEvent<HTMLElement>): boolean {
  if (event.pointerType === "mouse") return true;
  return event.target instanceof Element && event.target.closest("[data-grip]") !== null;
}

function stepOf({ key, altKey, shiftKey }: KeyboardEvent<HTMLElement>): number | undefined {
  const size = altKey ? grid.fine : shiftKey ? grid.coarse : grid.usual;
  if (key === "ArrowUp") return -size;
  if (key === "ArrowDown") return size;
  if (key === "PageUp") return -grid.coarse;
  if (key === "PageDown") return grid.coarse;
  return undefined;
}
