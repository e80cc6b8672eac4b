// The list itself, drawn only where it is seen. To a screen reader it is a table of as many rows as there are acts; by
// keyboard the arrows go from act to act, Home and End to the first and the last.

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Words } from "../language/index.ts";
import { ActRow } from "./act-row.tsx";
import { type Rows, useListRows } from "./rows.ts";
import { drawnWindow, scrollTo } from "./window.ts";

const rowHeight = 49;

interface ListProps {
  readonly label: string;
  readonly selected: string;
  onSelect(act: string): void;
}

interface Scrolled {
  readonly scrollTop: number;
  readonly viewport: number;
}

/** The whole list, or one side's. */
export function WholeList({
  size,
  party,
  ...list
}: ListProps & { readonly size: number; readonly party: string }): ReactNode {
  const [scrolled, setScrolled] = useState<Scrolled>({ scrollTop: 0, viewport: 600 });
  const drawn = drawnWindow({ count: size, rowHeight, ...scrolled });
  const rows = useListRows({ party, size, drawn });
  return <ActTable {...list} rows={rows} scrolled={scrolled} onScrolled={setScrolled} />;
}

export function FoundList({ rows, ...list }: ListProps & { readonly rows: Rows }): ReactNode {
  const [scrolled, setScrolled] = useState<Scrolled>({ scrollTop: 0, viewport: 600 });
  return <ActTable {...list} rows={rows} scrolled={scrolled} onScrolled={setScrolled} />;
}

interface ActTableProps extends ListProps {
  readonly rows: Rows;
  readonly scrolled: Scrolled;
  onScrolled(scrolled: Scrolled): void;
}

const columns = ["number", "party", "act", "article", "date", "proof", "label"] as const;

function ActTable({ label, rows, selected, onSelect, scrolled, onScrolled }: ActTableProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const input = { count: rows.count, rowHeight, ...scrolled };
  const drawn = drawnWindow(input);
  useMeasured(box, onScrolled);
  const focusRow = useRowFocus(box, { input, onScrolled });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in part.
    <div className="acts" role="table" aria-label={label} aria-rowcount={rows.count + 1}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a row of headings is not operated. */}
      <div className="acts__row acts__row--head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          // biome-ignore lint/a11y/useFocusableInteractive: a heading of a column is not operated.
          <span key={column} role="columnheader" className={`acts__${column}`}>
            <Words id={`register.column.${column}`} />
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div
        ref={box}
        className="acts__box"
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        onScroll={(event) => onScrolled(measured(event.currentTarget))}
        onKeyDown={(event) => focusRow(event)}
      >
        <div className="acts__inside" style={{ blockSize: drawn.height }}>
          <div className="acts__drawn" style={{ transform: `translateY(${drawn.offset}px)` }}>
            {Array.from({ length: drawn.end - drawn.start }, (_, i) => drawn.start + i).map((row) => (
              <ActRow key={row} row={row} item={rows.at(row)} selected={selected} onSelect={onSelect} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function measured(box: HTMLDivElement): Scrolled {
  return { scrollTop: box.scrollTop, viewport: box.clientHeight };
}

function useMeasured(box: { readonly current: HTMLDivElement | null }, onScrolled: (scrolled: Scrolled) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is one as long as the list is.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => onScrolled(measured(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}

/** Moves the focus from act to act, drawing those that were not. */
function useRowFocus(
  box: { readonly current: HTMLDivElement | null },
  at: { readonly input: Parameters<typeof drawnWindow>[0]; onScrolled(scrolled: Scrolled): void },
): (event: KeyboardEvent) => void {
  const [wanted, setWanted] = useState<number>();
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const row = box.current?.querySelector(`[aria-rowindex="${wanted + 2}"] button`);
    if (!(row instanceof HTMLElement)) return;
    row.focus({ preventScroll: true });
    setWanted(undefined);
  });
  return (event) => {
    const element = box.current;
    const present = rowOf(event.target);
    const next =
      element && nextRow(event.key, { present, count: at.input.count, page: element.clientHeight / rowHeight });
    if (element === null || next === undefined || next === null) return;
    event.preventDefault();
    element.scrollTop = scrollTo(next, { ...at.input, ...measured(element) });
    at.onScrolled(measured(element));
    setWanted(next);
  };
}

function rowOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest("[aria-rowindex]")?.getAttribute("aria-rowindex") : undefined;
  return row === undefined || row === null ? undefined : Number(row) - 2;
}

function nextRow(
  key: string,
  { present, count, page }: { readonly present: number | undefined; readonly count: number; readonly page: number },
): number | undefined {
  if (count === 0) return undefined;
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: Math.floor(page), PageUp: -Math.floor(page) }[key];
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (step === undefined) return undefined;
  return Math.min(count - 1, Math.max(0, present === undefined ? 0 : present + step));
}
