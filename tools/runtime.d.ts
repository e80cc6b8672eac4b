// The globals that every runtime of the pure rooms has (Node, browsers, the simulator), and no more: with these and
// no library of Node or of the DOM, an import or a global that one of them lacks does not compile.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label: "utf-8", options: { fatal: boolean; ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
