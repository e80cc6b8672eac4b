// This side's officers as its own directory knows them. Never sent to the other side.

import { z } from "../../base/index.ts";
import { count, functionCode, serviceCode } from "./common.ts";

export const clearance = z
  .strictObject({ level: count.max(20), until: z.iso.datetime() })
  .meta({ id: "Clearance", description: "The rank of the highest level, 0 for the lowest, and until when it counts." });

export const officerRecord = z
  .strictObject({
    officer: z.string(),
    service: serviceCode,
    functions: z.array(functionCode),
    clearance: clearance.optional(),
    dossiers: z.array(z.string()).optional(),
  })
  .meta({ id: "OfficerRecord" });

export const officerRecords = z.strictObject({ items: z.array(officerRecord) }).meta({ id: "OfficerRecords" });

export type OfficerRecordDetail = z.input<typeof officerRecord>;
