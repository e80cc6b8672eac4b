// The node as an upload needs it, by the routes of the API.

import { call } from "../../api/index.ts";
import type { UploadPort } from "./sending.ts";

export function nodePort(at: {
  readonly accord: string;
  readonly upload: string;
  readonly signal: AbortSignal;
}): UploadPort {
  const { signal, accord, upload } = at;
  const params = { accord, upload };
  return {
    append: (bytes, offset) => call("appendUpload", { params, query: { offset }, bytes, signal }),
    state: () => call("upload", { params, signal }),
    end: () => call("endUpload", { params, signal }),
    pause: (ms) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener("abort", () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}
