// The public keys a designation act may publish, before it is known whether the act can take effect.

import { type Act, publishedKey } from "../acts/index.ts";

/**
 * The text of everything in the body with the form of a public key, Ed25519 or passkey. A superset on purpose: a
 * signature may be tried with any key; whether the key counts is decided by the designation itself.
 */
export function designatedKeys(act: Act): readonly string[] {
  const found: string[] = [];
  const search = (value: unknown): void => {
    const key = publishedKey(value);
    if (key !== undefined) found.push(key);
    else if (Array.isArray(value)) value.forEach(search);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(search);
  };
  search(act.body);
  return found;
}
