// A cursor over untrusted bytes: big-endian numbers and slices, never past the end. It knows no format; parcel.ts does.

/** Reads forward. Each read returns undefined, and moves nothing, when the bytes do not reach. */
export class Scanner {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The offset of the next byte. */
  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  uint16(): number | undefined {
    const bytes = this.take(2);
    return bytes === undefined ? undefined : numberOf(bytes);
  }

  uint32(): number | undefined {
    const bytes = this.take(4);
    return bytes === undefined ? undefined : numberOf(bytes);
  }

  /** Above 2^53 - 1 a double is not exact: the caller refuses what is not a safe integer. */
  uint64(): number | undefined {
    const bytes = this.take(8);
    return bytes === undefined ? undefined : numberOf(bytes);
  }

  /** A view, not a copy. */
  take(length: number): Uint8Array | undefined {
    if (length > this.left) return undefined;
    const start = this.#at;
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }
}

function numberOf(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

/** `value` in `width` bytes, most significant first. */
export function bigEndian(value: number, width: 2 | 4 | 8): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = value;
  for (let i = width - 1; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}
