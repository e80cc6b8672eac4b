// Where the states of a procedure stand in its diagram: in columns by how many steps they are from the opening, and
// within a column beside what leads to them. Left to right; a page that reads the other way mirrors it.

export interface Transition {
  readonly from: string;
  readonly to: string;
  /** The steps that lead so; empty where time alone does. */
  readonly steps: readonly string[];
}

export interface PlacedState {
  readonly name: string;
  readonly column: number;
  readonly row: number;
  readonly final: boolean;
}

export interface Diagram {
  readonly states: readonly PlacedState[];
  readonly transitions: readonly Transition[];
  readonly columns: number;
  readonly rows: number;
}

/** What of a declaration the diagram shows, as the API tells it. */
export interface Declared {
  readonly states: readonly {
    readonly name: string;
    readonly final: boolean;
    readonly lapsesTo?: string | undefined;
  }[];
  readonly steps: readonly {
    readonly name: string;
    readonly from: "opening" | readonly string[];
    readonly to: readonly string[];
  }[];
}

export function diagramOf(declared: Declared): Diagram {
  const transitions = transitionsOf(declared);
  const columnOf = columnsFrom(declared, transitions);
  const rows = new Map<string, number>();
  const last = Math.max(0, ...columnOf.values());
  let height = 0;
  for (let column = 0; column <= last; column++) {
    const names = declared.states.map((state) => state.name).filter((name) => columnOf.get(name) === column);
    const wanted = names.map((name) => ({ name, at: meanRow({ name, transitions, rows }) }));
    wanted.sort((a, b) => a.at - b.at);
    for (const [row, { name }] of wanted.entries()) rows.set(name, row);
    height = Math.max(height, names.length);
  }
  return {
    states: declared.states.map(({ name, final }) => ({
      name,
      final,
      column: columnOf.get(name) ?? 0,
      row: rows.get(name) ?? 0,
    })),
    transitions,
    columns: last + 1,
    rows: height,
  };
}

/** One for each pair of states, with all the steps that lead from one to the other; steps that stay are left out. */
export function transitionsOf({ states, steps }: Declared): readonly Transition[] {
  const found = new Map<string, { from: string; to: string; steps: string[] }>();
  const add = (from: string, to: string, step?: string): void => {
    if (to === "same" || to === from) return;
    const key = `${from} ${to}`;
    const known = found.get(key) ?? { from, to, steps: [] };
    if (step !== undefined) known.steps.push(step);
    found.set(key, known);
  };
  for (const step of steps) {
    if (step.from === "opening") continue;
    for (const from of step.from) for (const to of step.to) add(from, to, step.name);
  }
  for (const state of states) if (state.lapsesTo !== undefined) add(state.name, state.lapsesTo);
  return [...found.values()];
}

/** The fewest steps from the opening; a state that nothing leads to stands in the first column. */
function columnsFrom({ states, steps }: Declared, transitions: readonly Transition[]): ReadonlyMap<string, number> {
  const known = new Set(states.map((state) => state.name));
  const opened = steps.filter((step) => step.from === "opening").flatMap((step) => step.to);
  const columns = new Map<string, number>();
  let front = opened.filter((name) => known.has(name));
  for (let column = 0; front.length > 0; column++) {
    for (const name of front) columns.set(name, column);
    const next = transitions.filter(({ from, to }) => columns.get(from) === column && !columns.has(to));
    front = [...new Set(next.map(({ to }) => to))];
  }
  for (const { name } of states) if (!columns.has(name)) columns.set(name, 0);
  return columns;
}

/** Where what leads to a state stands, on the average; a state of which nothing is known goes last. */
function meanRow(input: {
  readonly name: string;
  readonly transitions: readonly Transition[];
  readonly rows: ReadonlyMap<string, number>;
}): number {
  const before = input.transitions
    .filter(({ to }) => to === input.name)
    .map(({ from }) => input.rows.get(from))
    .filter((row) => row !== undefined);
  return before.length === 0 ? 1000 : before.reduce((sum, row) => sum + row, 0) / before.length;
}

/** A name in at most two lines of about so many characters. */
export function linesOf(name: string, width = 17): readonly string[] {
  const words = name.split(/\s+/);
  const lines = [""];
  for (const word of words) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const [first = "", ...rest] = lines;
  if (rest.length === 0) return [first];
  const second = rest.join(" ");
  return [first, second.length > width + 2 ? `${second.slice(0, width)}…` : second];
}
