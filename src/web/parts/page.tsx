// The head of a page, its title in the browser's tab, and the sheets it is made of.

import { type ReactNode, useEffect, useId } from "react";
import { toldText } from "./told-text.ts";

/** Sets the tab's title for as long as the page is open: "Tableau de bord — Entente". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "Entente" : `${toldText(title)} — Entente`;
  }, [title]);
}

interface PageHeadProps {
  readonly title: ReactNode;
  /** A line above the title: what kind of thing, or the date. */
  readonly kicker?: ReactNode;
  readonly sub?: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
}

export function PageHead({ title, kicker, sub, actions }: PageHeadProps): ReactNode {
  return (
    <header className="head">
      <div>
        {kicker === undefined ? null : <p className="kicker">{kicker}</p>}
        <h1>{title}</h1>
        {sub === undefined ? null : <div className="sub">{sub}</div>}
      </div>
      {actions === undefined ? null : <div className="row row--wrap">{actions}</div>}
    </header>
  );
}

interface SheetProps {
  readonly title: ReactNode;
  /** Beside the title, at the end of its line. */
  readonly aside?: ReactNode;
  /** Before the title: a count, a mark. */
  readonly mark?: ReactNode;
  /** The side's own turn: the head in ink. */
  readonly mine?: boolean;
  readonly children: ReactNode;
}

/** A sheet with its head; what is in it brings its own padding (`sheet__body`) or rows. */
export function Sheet({ title, aside, mark, mine = false, children }: SheetProps): ReactNode {
  const id = useId();
  return (
    <section className={mine ? "sheet sheet--mine" : "sheet"} aria-labelledby={id}>
      <div className={mine ? "sheet__head on-ink" : "sheet__head"}>
        {mark}
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
