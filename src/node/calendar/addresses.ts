// The addresses under which officers' calendar programs read their feeds. Such a program cannot sign in: the address
// itself is the secret, made anew or revoked at any time, and good for one function's feed and nothing else. The home
// keeps its digest.

import { timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import type { AccordId, FunctionCode } from "../../acts/index.ts";
import { isAccordId, isFunctionCode } from "../../acts/index.ts";
import { base64url, hex, utf8, z } from "../../base/index.ts";
import { nativeSuite, randomBytes } from "../../seal/native.ts";
import { openRecords, type Records } from "../signin/records.ts";

export const feedLanguages = ["fr", "ar", "he", "en"] as const;
export type FeedLanguage = (typeof feedLanguages)[number];

const addressSchema = z.strictObject({
  entente: z.literal("calendar/1"),
  officer: z.string(),
  accord: z.string().refine(isAccordId, "an accord's id"),
  function: z.string().refine(isFunctionCode, "a function code"),
  language: z.enum(feedLanguages),
  /** SHA-256 of the secret, hexadecimal. */
  secret: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
});

export type CalendarAddress = z.output<typeof addressSchema>;

/** Whose feed of what: each has one address at most. */
export interface FeedOf {
  readonly officer: string;
  readonly accord: AccordId;
  readonly function: FunctionCode;
}

export class CalendarAddresses {
  readonly #records: Records<CalendarAddress>;
  readonly #now: () => number;

  constructor(home: { readonly folder: string }, now: () => number) {
    this.#records = openRecords(join(home.folder, "calendars"), addressSchema);
    this.#now = now;
  }

  /** Makes the address anew: the one before leads nowhere from then on. The secret, 256 bits, is kept nowhere. */
  make(of: FeedOf, language: FeedLanguage): { readonly secret: string; readonly address: CalendarAddress } {
    const secret = base64url(randomBytes(32));
    const madeAt = new Date(this.#now()).toISOString();
    const address: CalendarAddress = {
      entente: "calendar/1",
      ...of,
      language,
      secret: hex(nativeSuite.sha256(utf8(secret))),
      madeAt,
    };
    this.#records.put(nameOf(of), address);
    return { secret, address };
  }

  /** Every one is compared, in constant time. */
  find(secret: string): CalendarAddress | undefined {
    const wanted = nativeSuite.sha256(utf8(secret));
    let found: CalendarAddress | undefined;
    for (const one of this.#records.all()) if (timingSafeEqual(wanted, Buffer.from(one.secret, "hex"))) found = one;
    return found;
  }

  of(officer: string, accord: AccordId): readonly CalendarAddress[] {
    return this.#records.all().filter((one) => one.officer === officer && one.accord === accord);
  }

  /** Whether there was one. */
  revoke(of: FeedOf): boolean {
    return this.#records.remove(nameOf(of));
  }
}

function nameOf({ officer, accord, function: code }: FeedOf): string {
  return hex(nativeSuite.sha256(utf8(`${officer}\n${accord}\n${code}`))).slice(0, 40);
}
