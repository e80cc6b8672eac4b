// This side's officers as its own directory knows them. Never sent to the other side.

import { z } from "../../base/index.ts";
import { actId, count, functionCode, instant, serviceCode } from "./common.ts";
import { officerId } from "./session.ts";

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
    /** In the list only: how many passkeys are enrolled, and until when an invitation that is not used yet holds. */
    passkeys: count.optional(),
    invitedUntil: instant.optional(),
  })
  .meta({ id: "OfficerRecord" });

const functions = z.array(functionCode).min(1).max(20);

/** Service, functions and need-to-know; the clearance has a route of its own. */
export const officerPlace = z
  .strictObject({
    service: serviceCode,
    functions,
    dossiers: z
      .array(actId)
      .max(1000)
      .optional()
      .meta({ description: "The only dossiers the officer has to do with; all when absent." }),
  })
  .meta({ id: "OfficerPlace" });

export const newOfficer = z.strictObject({ officer: officerId, ...officerPlace.shape }).meta({ id: "NewOfficer" });

export const invitation = z
  .strictObject({ officer: officerId, code: z.string(), until: instant })
  .meta({ id: "Invitation", description: "The code is told once and kept nowhere: carry it to the officer yourself." });

export const removedOfficer = z
  .strictObject({ removed: officerId, passkeys: count.meta({ description: "How many passkeys were revoked." }) })
  .meta({ id: "RemovedOfficer" });

export const officerRecords = z.strictObject({ items: z.array(officerRecord) }).meta({ id: "OfficerRecords" });

export type OfficerRecordDetail = z.input<typeof officerRecord>;
