// A name in the address's path, which the router gives untyped.

export function nameIn(params: unknown, name: string): string {
  if (typeof params !== "object" || params === null) return "";
  const value: unknown = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}
