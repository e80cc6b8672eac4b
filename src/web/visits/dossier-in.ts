// The dossier an address names.

export function dossierIn(params: unknown): string {
  if (typeof params !== "object" || params === null || !("dossier" in params)) return "";
  return typeof params.dossier === "string" ? params.dossier : "";
}
