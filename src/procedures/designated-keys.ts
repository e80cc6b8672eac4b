// The public keys a designation act may publish, before it is known whether the act can take effect.

import type { Act } from "../acts/index.ts";

const publicKeyShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * Every text of the body with the form of an Ed25519 public key in base64url. A superset on purpose: a signature may be
 * tried with any key; whether the key counts is decided by the designation itself.
 */
export function designatedKeys(act: Act): readonly string[] {
  const found: string[] = [];
  const search = (value: unknown): void => {
    if (typeof value === "string") {
      if (publicKeyShape.test(value)) found.push(value);
    } else if (Array.isArray(value)) value.forEach(search);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(search);
  };
  search(act.body);
  return found;
}
