// What all steps of the designating side share.

/** A step of the designating side in a designation that stands. Nobody waits for it. */
export const own = { from: ["designated"], to: "same", by: "designator", registry: true, expected: false } as const;
