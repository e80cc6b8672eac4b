// A register's head as people compare it: in hexadecimal, on every page the same.

/** The API tells a head in base64; it is read aloud in hexadecimal. */
export function headHex(base64: string): string {
  return [...atob(base64)].map((character) => character.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
