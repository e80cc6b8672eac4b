// What tells the file that was begun from another one of the same name: its size, when it was changed, and the digests
// of its beginning and its end. Read before every sealing that goes on, so that two files are never sealed into one.

/** Bytes read at each end. */
const readBytes = 64 * 1024;

/** A short text, the same for the same file. Rejects, as the browser does, when the file can no longer be read. */
export async function printOf(file: File): Promise<string> {
  const ends = [file.slice(0, readBytes), file.slice(Math.max(0, file.size - readBytes))];
  const digests = await Promise.all(ends.map(digestOf));
  return [file.size, file.lastModified, ...digests].join(".");
}

async function digestOf(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
