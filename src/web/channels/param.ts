// A part of the page's own address, by its name in the path.

/** Empty where the address has no such part. */
export function partOf(params: unknown, name: string): string {
  if (typeof params !== "object" || params === null) return "";
  const value: unknown = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}
