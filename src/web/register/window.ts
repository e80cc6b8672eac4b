// Which rows of a long list are drawn, and where. A browser cannot lay out a million rows, nor a box as high as they
// would be: beyond a height the box keeps that height and its scroll bar stands for a share of the list.

export interface WindowInput {
  /** Rows there are. */
  readonly count: number;
  readonly rowHeight: number;
  /** As the scrolled box tells them, in pixels. */
  readonly scrollTop: number;
  readonly viewport: number;
}

export interface DrawnWindow {
  /** Of the box inside, in pixels. */
  readonly height: number;
  /** The first row drawn and the row after the last. */
  readonly start: number;
  readonly end: number;
  /** Where the first row drawn stands, in pixels from the top of the box inside. */
  readonly offset: number;
}

/** Below what every browser lays out exactly. */
export const heightMax = 8_000_000;
/** Rows drawn above and below what is seen. */
const spare = 6;

export function drawnWindow({ count, rowHeight, scrollTop, viewport }: WindowInput): DrawnWindow {
  const whole = count * rowHeight;
  const height = Math.min(whole, heightMax);
  const top = contentTop({ count, rowHeight, scrollTop, viewport });
  const first = Math.floor(top / rowHeight);
  const start = Math.max(0, first - spare);
  const end = Math.min(count, Math.ceil((top + viewport) / rowHeight) + spare);
  // Relative to what is seen, so that rows stay exact however far the bar is stretched.
  return { height, start, end, offset: scrollTop - (top - start * rowHeight) };
}

/** How far down the whole list the first pixel seen is. */
function contentTop({ count, rowHeight, scrollTop, viewport }: WindowInput): number {
  const whole = count * rowHeight;
  if (whole <= heightMax) return Math.max(0, scrollTop);
  const share = Math.min(1, Math.max(0, scrollTop / (heightMax - viewport)));
  return share * (whole - viewport);
}

/** The scroll position that shows a row whole, or the present one when it is. */
export function scrollTo(row: number, input: WindowInput): number {
  const { count, rowHeight, viewport } = input;
  const whole = count * rowHeight;
  const top = contentTop(input);
  const upper = row * rowHeight;
  const wanted = upper < top ? upper : upper + rowHeight > top + viewport ? upper + rowHeight - viewport : top;
  if (wanted === top) return input.scrollTop;
  return whole <= heightMax ? wanted : (wanted / (whole - viewport)) * (heightMax - viewport);
}

/** Pages of the list that hold these rows; each page has `size` rows. */
export function pagesOf(rows: { readonly start: number; readonly end: number }, size: number): readonly number[] {
  if (rows.end <= rows.start) return [];
  const first = Math.floor(rows.start / size);
  const last = Math.floor((rows.end - 1) / size);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
