// Two served sides with an accord in force and officers at work on both, for tests of the API: real tokens, real keys,
// the policies that come with Entente.

import type { Draft } from "../../acts/index.ts";
import type { Side } from "../side/side.ts";
import { OfficerClient } from "./http.ts";
import { startPair, type TestPair, type TestSide } from "./pair.ts";
import { draftOfStep, make, type Step } from "./steps.ts";
import { bringIntoForce, type InForce, synced } from "./story.ts";
import { requestVisit, visitMaker } from "./visits.ts";

export interface Offices {
  readonly pair: TestPair;
  readonly story: InForce;
  ma(): Side;
  il(): Side;
  /** Of Israel's service. The first holds both functions. */
  readonly liaison: OfficerClient;
  readonly security: OfficerClient;
  /** Of Morocco's service. */
  readonly host: OfficerClient;
  readonly hostAuthority: OfficerClient;
  readonly auditor: OfficerClient;
  readonly administrator: OfficerClient;
  /** A step of a visit. */
  draft(side: Side, step: Pick<Step, "step" | "function" | "body" | "dossier" | "classification">): Draft;
  /** A visit that Israel asked for and Morocco has received. */
  receivedVisit(): Promise<Draft["id"]>;
}

export async function openOffices(): Promise<Offices> {
  const pair = await startPair();
  const story = await bringIntoForce(pair);
  const ma = (): Side => pair.ma.accord().side;
  const il = (): Side => pair.il.accord().side;
  const officer = (side: TestSide, id: string, functions: string[]): OfficerClient => {
    const service = story.services[side.accord().side.row.own]?.service ?? "registry";
    return new OfficerClient(side, { id, service, functions });
  };
  return {
    pair,
    story,
    ma,
    il,
    liaison: officer(pair.il, "lea", ["liaison-officer", "security-officer"]),
    security: officer(pair.il, "sam", ["security-officer"]),
    host: officer(pair.ma, "hana", ["liaison-officer"]),
    hostAuthority: officer(pair.ma, "amin", ["security-authority"]),
    auditor: officer(pair.ma, "omar", ["auditor"]),
    administrator: officer(pair.ma, "root", ["administrator"]),
    draft: (side, step) => draftOfStep(side, { ...visitMaker(side, story), ...step }),
    async receivedVisit() {
      const dossier = await requestVisit(il(), story);
      await synced(pair);
      await make(ma(), { ...visitMaker(ma(), story), step: "receive", dossier, body: { reference: "H" } });
      await synced(pair);
      return dossier;
    },
  };
}
