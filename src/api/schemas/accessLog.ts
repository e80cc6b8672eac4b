// Who had which sealed document opened: a side's own log, read by its security officer.

import { z } from "../../base/index.ts";
import { actId, count, functionCode, instant, serviceCode } from "./common.ts";

const accessEntry = z
  .strictObject({
    index: count,
    at: instant,
    officer: z.string(),
    service: serviceCode,
    function: functionCode,
    action: z.enum(["open", "content"]),
    /** The digest of the sealed document. */
    document: z.string(),
    act: actId,
    dossier: actId,
    level: count,
    allowed: z.boolean(),
    rules: z.array(z.string()),
    code: z.string().optional(),
  })
  .meta({
    id: "AccessEntry",
    description:
      "One decision to open a sealed document (open) or to give out its content (content), with the rules that " +
      "allowed or forbade it; code: the refusal's, also of an opening that failed after it was allowed.",
  });

export const accessPage = z
  .strictObject({ size: count, items: z.array(accessEntry), next: count.optional() })
  .meta({ id: "AccessPage" });

export type AccessEntry = z.input<typeof accessEntry>;
export type AccessPage = z.input<typeof accessPage>;
