// The name under which what another side has sent is saved. The name in a sealed document is its author's word, and
// untrusted: nothing of a path, nothing that hides or turns its end, no device of a system is left of it.

/** Names that some systems take for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** In bytes; most file systems take 255, and room is left for an ending while it is written. */
const longest = 200;

/** A name for a file in the folder of the reader's choice, never empty and never hidden. */
export function safeName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    // Control and format characters: line ends, and marks that turn the direction in which an ending is read.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[.\s-]+/, "")
    .replace(/[.\s]+$/, "");
  const whole = devices.test(plain) ? `_${plain}` : plain;
  return shortened(whole) || "document";
}

/** Shortened before its ending, at a whole character. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  let left = longest - Buffer.byteLength(ending);
  let kept = "";
  for (const letter of name.slice(0, name.length - ending.length)) {
    left -= Buffer.byteLength(letter);
    if (left < 0) break;
    kept += letter;
  }
  return kept.replace(/[.\s]+$/, "") + ending;
}
