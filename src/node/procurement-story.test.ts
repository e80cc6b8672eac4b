// A purchase, its end-use certificate and its offset told on two nodes whose link is cut in the middle: deliveries are
// announced, the certificate is drawn down and a discrepancy is reported without the other side, acts cross, and both
// come to the same account and the same quantities when it heals.

import { expect, test } from "vitest";
import type { JsonObject } from "../acts/index.ts";
import {
  caseLines,
  caseMoney,
  type EndUseData,
  endUseExamples,
  endUseLines,
  endUseProcedure,
  type OffsetData,
  offsetAccount,
  offsetExamples,
  offsetProcedure,
  type ProcurementData,
  procurementExamples,
  procurementProcedure,
} from "../procedures/index.ts";
import { bringIntoForce, DossierTelling, type Examples, type LinkedPair, linkedPair } from "./testing.ts";

/** Morocco opens, and so it is the buyer. */
const withRoles: Examples<ProcurementData> = Object.fromEntries(
  Object.entries(procurementExamples).map(([name, example]) => [
    name,
    (context) => {
      const { side, other } = context;
      const roles = side === "MA" ? { buyer: side, seller: other } : { buyer: other, seller: side };
      return example({ ...context, roles });
    },
  ]),
);

const goods = (tents: number, simulators: number): JsonObject[] => [
  { line: "tents", quantity: tents },
  { line: "simulators", quantity: simulators },
];

/** The order is placed, its certificate verified, and a first claim of credit filed. */
async function begun(pair: LinkedPair) {
  const story = await bringIntoForce(pair);
  const told = { pair, story };
  const purchase = new DossierTelling({ ...told, procedure: procurementProcedure, examples: withRoles });
  await purchase.steps(["ma", "state", { gates: ["endUse"] }], ["ma", "submitRequest"], ["il", "acknowledge"]);
  await purchase.steps(["il", "offer"], ["ma", "accept"], ["ma", "pay"], ["il", "confirmPayment"], ["il", "implement"]);

  const certificate = new DossierTelling<EndUseData>({
    ...told,
    procedure: endUseProcedure,
    examples: endUseExamples,
  });
  const items = [
    { id: "tents", names: { en: "Tents" }, quantity: 4, unit: "each" },
    { id: "simulators", names: { en: "Training simulators" }, quantity: 2, unit: "set" },
  ];
  await certificate.steps(["ma", "draft", { case: purchase.dossier, items }], ["ma", "sign"], ["ma", "authenticate"]);
  await certificate.steps(["il", "verify"]);

  const offset = new DossierTelling<OffsetData>({ ...told, procedure: offsetProcedure, examples: offsetExamples });
  await offset.steps(["ma", "propose", { case: purchase.dossier }]);
  await offset.byBoth("agree");
  await offset.steps(["il", "proposeProject"], ["ma", "approveProject"], ["il", "recordPerformance"]);
  await offset.steps(["il", "fileClaim"]);
  return { purchase, certificate, offset };
}

test("a purchase goes on while the link is cut, its certificate is drawn down once, and both nodes come to the same", {
  timeout: 60_000,
}, async () => {
  const pair = await linkedPair();
  try {
    const { purchase, certificate, offset } = await begun(pair);
    // The first consignment leaves under the certificate and is drawn from it, shipment by consignment.
    const under = { certificate: certificate.dossier };
    await purchase.steps(
      ["il", "preAdvise", { items: goods(3, 1) }],
      ["ma", "confirmReady"],
      ["il", "dispatch", under],
    );
    await certificate.steps(["il", "drawDown", { shipment: "C-1", items: goods(3, 1) }]);

    pair.road.open = false;
    await purchase.steps(["ma", "receive", { items: goods(2, 1) }], ["ma", "reportDiscrepancy"]);
    await certificate.steps(["ma", "verifyDelivery", { shipment: "C-1", items: goods(2, 1) }]);
    await offset.steps(["ma", "decideClaim"]);
    // Meanwhile the seller goes on, not knowing: another consignment, an invoice, a claim taken back.
    await purchase.steps(["il", "preAdvise"], ["il", "invoice"]);
    await certificate.steps(["il", "drawDown", { shipment: "C-2", items: goods(1, 1) }]);
    await offset.steps(["il", "withdrawClaim"]);
    expect(caseLines((await purchase.data("ma"))?.data ?? procurementProcedure.blank())[0]).toMatchObject({ left: 1 });
    pair.road.open = true;

    const { data } = await purchase.same();
    expect(caseLines(data).map(({ line, received, left }) => [line, received, left])).toEqual([
      ["tents", 2, 0],
      ["simulators", 1, 0],
    ]);
    expect(data.discrepancies.map(({ kind, quantity }) => [kind, quantity])).toEqual([["shortage", 1]]);
    expect(caseMoney(data)).toMatchObject({ invoiced: "2000.00", paid: "1000.00", confirmed: "1000.00" });
    const used = (await certificate.same()).data;
    expect(endUseLines(used).map(({ line, drawn, delivered, left }) => [line, drawn, delivered, left])).toEqual([
      ["tents", 4, 2, 0],
      ["simulators", 2, 1, 0],
    ]);
    // The claim was taken back before its acceptance was known: nothing is credited for it.
    expect(offsetAccount((await offset.same()).data)).toMatchObject({ credited: "0.00", balance: "300000.00" });

    // What did not arrive is replaced, beyond what the certificate has left: it is given back first.
    await purchase.steps(["il", "answerDiscrepancy", { answer: { kind: "replace" } }]);
    await certificate.steps(["il", "restore", { shipment: "C-1", items: [{ line: "tents", quantity: 1 }] }]);
    await certificate.steps(["il", "drawDown", { shipment: "C-3", items: [{ line: "tents", quantity: 1 }] }]);
    expect(endUseLines((await certificate.same()).data)[0]).toMatchObject({ drawn: 4, left: 0 });
    expect(caseLines((await purchase.same()).data)[0]).toMatchObject({ left: 1 });
  } finally {
    await pair.close();
  }
});
