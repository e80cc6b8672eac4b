// What no act may hold anywhere, whatever its fields: what canonical JSON cannot write, what a reader would refuse for
// its depth, and the one key that schema libraries drop in silence, so that a reader would see another act than was
// signed.

/** Where an untrusted value cannot stand in an act, and why. */
export interface Unfit {
  readonly path: string;
  readonly problem: string;
}

/** Undefined when the value may stand in an act. `levels` is how many arrays and objects deep it may go. */
export function unfitOf(value: unknown, levels: number): Unfit | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : halved;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : notJson;
  if (typeof value === "boolean" || value === null) return undefined;
  if (typeof value !== "object") return notJson;
  if (levels === 0) return { path: "", problem: "nested too deeply" };
  for (const [key, inner] of Object.entries(value)) {
    if (key === "__proto__") return { path: key, problem: "a name that no field may have" };
    const unfit = key.isWellFormed() ? unfitOf(inner, levels - 1) : halved;
    const name = key.toWellFormed();
    if (unfit) return { path: unfit.path === "" ? name : `${name}.${unfit.path}`, problem: unfit.problem };
  }
  return undefined;
}

const notJson: Unfit = { path: "", problem: "not a JSON value" };
const halved: Unfit = { path: "", problem: "half of a character (a lone surrogate)" };
