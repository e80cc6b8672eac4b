// What one case of the register's vectors holds.

import type { RefusalCode } from "../../src/base/index.ts";

export interface Case {
  readonly desc: string;
  /** The untrusted file. */
  readonly file: string;
  /** For proofs, the leaf in base64. */
  readonly leaf?: string;
  /** What is read from the file where it is accepted. */
  readonly accepted?: Readonly<Record<string, number>>;
  readonly refused?: RefusalCode;
}
