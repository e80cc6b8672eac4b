// What every driver of the port must pass: each method, each promise, each fault. Run on real databases only.

import { describe } from "vitest";
import { documentContract } from "./documentContract.ts";
import { dossierContract } from "./dossierContract.ts";
import { faultContract } from "./faultContract.ts";
import { indexContract } from "./indexContract.ts";
import { listingContract } from "./listingContract.ts";
import { officeContract } from "./officeContract.ts";
import { overviewContract } from "./overviewContract.ts";
import { registerContract } from "./registerContract.ts";
import type { MakeStand } from "./stand.ts";

/** Declares the tests of the contract for one driver. */
export function storeContract(driver: string, make: MakeStand): void {
  describe(`the store on ${driver}`, () => {
    registerContract(make);
    indexContract(make);
    dossierContract(make);
    overviewContract(make);
    faultContract(make);
    officeContract(make);
    listingContract(make);
    documentContract(make);
  });
}
