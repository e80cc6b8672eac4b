// The states of a procedure with the present one in ink, drawn from its declaration. Mirrored in a page that reads from
// right to left. The same, as a list in words, stands under it.

import type { ReactNode } from "react";
import type { ProcedureDetail } from "../../api/index.ts";
import { manners, useSay, useSpeech, Words } from "../language/index.ts";
import { useStateName, useStepName } from "../parts/index.ts";
import { type Diagram, diagramOf, linesOf, type PlacedState, type Transition } from "./layout.ts";

const box = { width: 138, height: 42, gapX: 46, gapY: 16, margin: 10 } as const;

interface DiagramProps {
  readonly procedure: ProcedureDetail;
  readonly state: string;
}

export function StateDiagram({ procedure, state }: DiagramProps): ReactNode {
  const { language } = useSpeech();
  const say = useSay();
  const stateName = useStateName();
  const diagram = diagramOf(procedure);
  const size = sizeOf(diagram);
  const mirrored = manners[language].direction === "rtl";
  const at = (place: PlacedState) => placeOf(place, { width: size.width, mirrored });
  const byName = new Map(diagram.states.map((one) => [one.name, one]));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="diagram" tabIndex={0} aria-label={say("dossier.diagram")}>
        <svg
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={say("dossier.diagram.now", { state: stateName(procedure.procedure, state) })}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0.5L7 4L0 7.5z" className="diagram__head" />
            </marker>
          </defs>
          {diagram.transitions.map((transition) => {
            const [from, to] = [byName.get(transition.from), byName.get(transition.to)];
            if (!from || !to) return null;
            return (
              <path
                key={`${transition.from} ${transition.to}`}
                className={edgeClass(transition, state)}
                d={edgePath({ from: at(from), to: at(to), mirrored })}
                markerEnd="url(#arrow)"
              />
            );
          })}
          {diagram.states.map((one) => (
            <StateBox
              key={one.name}
              place={at(one)}
              name={stateName(procedure.procedure, one.name)}
              present={one.name === state}
              final={one.final}
            />
          ))}
        </svg>
      </section>
      <InWords procedure={procedure} transitions={diagram.transitions} />
    </>
  );
}

/** What leads on from the present state is in ink; what time brings is dashed. */
function edgeClass({ from, steps }: Transition, state: string): string {
  const time = steps.length === 0 ? " diagram__edge--time" : "";
  return `diagram__edge${time}${from === state ? " diagram__edge--next" : ""}`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function sizeOf({ columns, rows }: Diagram): { readonly width: number; readonly height: number } {
  return {
    width: columns * (box.width + box.gapX) - box.gapX + 2 * box.margin,
    height: rows * (box.height + box.gapY) - box.gapY + 2 * box.margin + 26,
  };
}

function placeOf({ column, row }: PlacedState, page: { readonly width: number; readonly mirrored: boolean }): Place {
  const x = box.margin + column * (box.width + box.gapX);
  return { x: page.mirrored ? page.width - x - box.width : x, y: box.margin + row * (box.height + box.gapY) };
}

/** Forward from edge to edge; within a column or back, round below. */
function edgePath({
  from,
  to,
  mirrored,
}: {
  readonly from: Place;
  readonly to: Place;
  readonly mirrored: boolean;
}): string {
  const sign = mirrored ? -1 : 1;
  const middle = box.height / 2;
  const out = from.x + (mirrored ? 0 : box.width);
  const into = to.x + (mirrored ? box.width : 0);
  const [startY, endY] = [from.y + middle, to.y + middle];
  if ((into - out) * sign > 0) {
    const bend = (into - out) / 2;
    return curve({ x: out, y: startY }, [out + bend, startY, into - bend, endY, into, endY]);
  }
  const [a, b] = [from.x + box.width / 2, to.x + box.width / 2];
  if (from.x === to.x) {
    const side = to.x + (mirrored ? 0 : box.width);
    const round = side + 26 * sign;
    return curve({ x: side, y: startY }, [round, startY, round, endY, side, endY]);
  }
  const low = Math.max(from.y, to.y) + box.height + 20;
  return curve({ x: a, y: from.y + box.height }, [a, low, b, low, b, to.y + box.height]);
}

function curve(start: Place, points: readonly number[]): string {
  return `M${start.x} ${start.y}C${points.join(" ")}`;
}

interface StateBoxProps {
  readonly place: Place;
  readonly name: string;
  readonly present: boolean;
  readonly final: boolean;
}

function StateBox({ place, name, present, final }: StateBoxProps): ReactNode {
  const lines = linesOf(name);
  const middle = place.x + box.width / 2;
  const top = place.y + box.height / 2 + 4 - (lines.length - 1) * 7.5;
  return (
    <g className={present ? "diagram__state diagram__state--now" : "diagram__state"}>
      <rect x={place.x} y={place.y} width={box.width} height={box.height} rx="3" />
      {final ? (
        <rect
          x={place.x + 3}
          y={place.y + 3}
          width={box.width - 6}
          height={box.height - 6}
          rx="2"
          className="diagram__final"
        />
      ) : null}
      {lines.map((line, at) => (
        <text key={line} x={middle} y={top + at * 15}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** The diagram for whoever does not see it, and for whoever wants the names of the steps. */
function InWords({
  procedure,
  transitions,
}: {
  readonly procedure: ProcedureDetail;
  readonly transitions: readonly Transition[];
}): ReactNode {
  const stateName = useStateName();
  const stepName = useStepName();
  const id = procedure.procedure;
  return (
    <details className="words">
      <summary>
        <Words id="dossier.diagram.words" />
      </summary>
      <ul>
        {transitions.map(({ from, to, steps }) => (
          <li key={`${from} ${to}`}>
            {steps.length === 0 ? (
              <Words id="dossier.diagram.byTime" values={{ from: stateName(id, from), to: stateName(id, to) }} />
            ) : (
              <Words
                id="dossier.diagram.byStep"
                values={{
                  from: stateName(id, from),
                  to: stateName(id, to),
                  steps: steps.map((step) => stepName(id, step)).join(" · "),
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
