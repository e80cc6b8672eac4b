// The way to everything by keyboard: Ctrl+K (⌘K), or a slash where nothing is being written. What it opens is fetched
// when it is first asked for.

import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useSay } from "../language/index.ts";
import { Icon } from "../parts/index.ts";

const Palette = lazy(() => import("./palette.tsx").then((file) => ({ default: file.Palette })));

export function Find(): ReactNode {
  const [open, setOpen] = useState(false);
  const say = useSay();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const chord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isWriting(event.target);
      if (!chord && !slash) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
  return (
    <>
      <button type="button" className="btn btn--quiet top__find" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="search" />
        <span>{say("shell.find")}</span>
        <span className="key">{"Ctrl K"}</span>
      </button>
      {open ? (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** A slash in a field is a slash. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
