// One line of `entente doctor`: what was looked at, how it stands, and what to do where it does not stand well.

export interface Diagnosis {
  readonly what: string;
  readonly verdict: "ok" | "warn" | "fail";
  readonly says: string;
  /** Absent where nothing is to be done. */
  readonly todo?: string;
}

export function ok(what: string, says: string): Diagnosis {
  return { what, verdict: "ok", says };
}

export function warn(what: string, { says, todo }: { readonly says: string; readonly todo: string }): Diagnosis {
  return { what, verdict: "warn", says, todo };
}

export function fail(what: string, { says, todo }: { readonly says: string; readonly todo: string }): Diagnosis {
  return { what, verdict: "fail", says, todo };
}
