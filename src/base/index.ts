export type { Brand } from "./brand.ts";
export {
  base64,
  base64url,
  concat,
  equalBytes,
  fromBase64,
  fromBase64url,
  fromHex,
  fromUtf8,
  hex,
  utf8,
} from "./bytes.ts";
export {
  Fault,
  isRefusal,
  never,
  type Refusal,
  type RefusalCode,
  type RefusalDetails,
  refuse,
} from "./refusal.ts";
export { refusalWords } from "./refusals/index.ts";
export type { Words } from "./refusals/words.ts";
export { type RefusalText, refusalLine, wordsOf } from "./refusalText.ts";
export { flawOf, z } from "./schema.ts";
