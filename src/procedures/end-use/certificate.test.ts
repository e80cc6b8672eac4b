import { expect, test } from "vitest";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";
import { type EndUseData, endUseLines } from "./data.ts";
import { endUseProcedure } from "./end-use.ts";
import { examples } from "./examples.ts";

const begun = () => new ExampleWalk<EndUseData>(endUseProcedure, { examples }).go("MA draft");
const verified = () => begun().go("MA sign", "MA authenticate", "IL verify");
const ledger = (walk: { readonly data: EndUseData }) =>
  endUseLines(walk.data).map(({ line, drawn, delivered, left }) => [line, drawn, delivered, left]);

test("a certificate is signed, authenticated, verified, drawn down, delivered, checked and closed", () => {
  const walk = verified().go("IL drawDown", "MA verifyDelivery", "IL drawDown");
  expect(walk.state).toBe("inUse");
  expect(ledger(walk)).toEqual([
    ["tents", 4, 4, 0],
    ["kitchens", 2, 0, 0],
  ]);
  walk.go("MA verifyDelivery");
  expect(walk.state).toBe("delivered");
  walk.go("IL recordCheck", "IL close");
  expect(walk.state).toBe("closed");
});

test("signing and authenticating are grave, and each step is its own side's", () => {
  const { steps } = endUseProcedure;
  expect([steps.sign?.grave, steps.authenticate?.grave]).toEqual([true, true]);
  expect(begun().make(israel, "sign")).toBe("procedures.wrongSide");
  expect(begun().make(israel, "redraft")).toBe("procedures.wrongSide");
  expect(begun().go("MA sign").make(israel, "authenticate")).toBe("procedures.wrongSide");
  expect(begun().go("MA sign", "MA authenticate").make(morocco, "verify")).toBe("procedures.wrongSide");
  expect(verified().make(morocco, "drawDown")).toBe("procedures.wrongSide");
});

test("a certificate whose last day is over is not written, and one that ends expires", () => {
  const walk = new ExampleWalk<EndUseData>(endUseProcedure, { examples });
  expect(walk.make(morocco, "draft", { change: { validUntil: "2030-06-02" } })).toBe("procedures.endUseExpired");
  expect(begun().make(morocco, "redraft", { change: { validUntil: "2029-01-01" } })).toBe("procedures.endUseExpired");
  const inUse = verified().go("IL drawDown");
  expect(inUse.walk.stateAt("2031-06-02T22:00:00Z")).toBe("inUse");
  expect(inUse.walk.stateAt("2031-06-04T01:00:00Z")).toBe("expired");
  const late = { at: "2031-06-10T10:00:00Z" };
  expect(inUse.make(israel, "drawDown", late)).toBe("procedures.wrongState");
  expect(inUse.make(morocco, "verifyDelivery", late)).toBe("effective");
  expect(inUse.make(israel, "close", late)).toBe("effective");
});

test("what is signed, authenticated and verified is the certificate as it stands", () => {
  const certificate = testDigest("another text");
  expect(begun().make(morocco, "sign", { change: { certificate } })).toBe("procedures.endUseOther");
  expect(begun().go("MA sign").make(morocco, "authenticate", { change: { certificate } })).toBe(
    "procedures.endUseOther",
  );
  const authenticated = begun().go("MA sign", "MA authenticate");
  expect(authenticated.make(israel, "verify", { change: { certificate } })).toBe("procedures.endUseOther");
});

test("a certificate is returned with reasons of a closed list, corrected and signed anew", () => {
  const walk = begun().go("MA sign");
  expect(walk.make(israel, "returnCertificate", { body: { reasons: [] } })).toBe("procedures.badBody");
  expect(walk.make(israel, "returnCertificate", { body: { reasons: [{ code: "colour" }] } })).toBe(
    "procedures.badBody",
  );
  walk.go("IL returnCertificate", "MA redraft", "MA sign");
  expect(walk.state).toBe("signed");
  expect(walk.make(israel, "withdraw")).toBe("procedures.wrongSide");
});

test("no more is drawn than is certified, each shipment once, and only what is certified", () => {
  const walk = verified();
  const draw = (shipment: string, line: string, quantity: number) =>
    walk.make(israel, "drawDown", { body: { shipment, items: [{ line, quantity }] } });
  expect(draw("S-1", "tents", 5)).toBe("procedures.quantityBeyond");
  expect(draw("S-1", "boats", 1)).toBe("procedures.noGoodsLine");
  expect(draw("S-1", "tents", 3)).toBe("effective");
  expect(draw("S-1", "kitchens", 1)).toBe("procedures.endUseSameShipment");
  expect(draw("S-2", "tents", 2)).toBe("procedures.quantityBeyond");
  expect(draw("S-2", "tents", 1)).toBe("effective");
  expect(ledger(walk)[0]).toEqual(["tents", 4, 0, 0]);
});

test("what did not leave is given back and may be drawn again; no more arrives than is on its way", () => {
  const walk = verified().go("IL drawDown", "IL restore");
  expect(ledger(walk)[0]).toEqual(["tents", 3, 0, 1]);
  const items = (quantity: number) => [{ line: "tents", quantity }];
  const restore = (quantity: number) => walk.make(israel, "restore", { change: { items: items(quantity) } });
  expect(restore(4)).toBe("procedures.quantityBeyond");
  const arrive = (quantity: number) =>
    walk.make(morocco, "verifyDelivery", { change: { shipment: "S-1", items: items(quantity) } });
  expect(arrive(4)).toBe("procedures.quantityBeyond");
  expect(arrive(2)).toBe("effective");
  expect(restore(2)).toBe("procedures.quantityBeyond");
  expect(arrive(1)).toBe("effective");
  expect(arrive(1)).toBe("procedures.endUseNoShipment");
  expect(restore(1)).toBe("procedures.endUseNoShipment");
  expect(walk.state).toBe("inUse");
});

test("goods are passed on with consent only, and no more than was delivered", () => {
  const walk = verified().go("IL drawDown", "MA verifyDelivery");
  const ask = (request: string, quantity: number) =>
    walk.make(morocco, "askRetransfer", { change: { request, items: [{ line: "tents", quantity }] } });
  expect(ask("T-1", 5)).toBe("procedures.quantityBeyond");
  expect(ask("T-1", 3)).toBe("effective");
  expect(ask("T-1", 1)).toBe("procedures.endUseSameRequest");
  expect(ask("T-2", 2)).toBe("procedures.quantityBeyond");
  expect(walk.make(israel, "denyRetransfer", { change: { request: "T-9" } })).toBe("procedures.endUseNoRequest");
  expect(walk.make(israel, "denyRetransfer")).toBe("effective");
  expect(ask("T-2", 2)).toBe("effective");
  expect(walk.make(israel, "consentToRetransfer")).toBe("effective");
  expect(walk.make(israel, "consentToRetransfer")).toBe("procedures.endUseNoRequest");
});

test("it is not closed while something is on its way or unanswered", () => {
  const walk = verified().go("IL drawDown", "MA revoke");
  expect(walk.make(israel, "close")).toBe("procedures.endUseUnsettled");
  walk.go("MA verifyDelivery");
  expect(walk.state).toBe("revoked");
  walk.go("IL close");
  expect(verified().make(israel, "close")).toBe("procedures.wrongState");
  expect(verified().make(israel, "recordCheck")).toBe("procedures.wrongState");
});

test("a drawing that crosses a revocation has no effect; a withdrawal goes before a verification", () => {
  const walk = verified();
  expect(walk.cross({ ma: "revoke", il: "drawDown" })).toEqual(["effective", "crossed"]);
  expect(ledger(walk)[0]).toEqual(["tents", 0, 0, 4]);
  const other = begun().go("MA sign", "MA authenticate");
  expect(other.cross({ ma: "withdraw", il: "verify" })).toEqual(["effective", "crossed"]);
});

test("a delivery that crosses a giving back counts, because it happened", () => {
  const walk = verified().go("IL drawDown");
  const outcomes = walk.cross({ ma: "verifyDelivery", il: "restore" });
  expect(outcomes).toEqual(["effective", "crossed"]);
  expect(ledger(walk)[0]).toEqual(["tents", 4, 4, 0]);
});

test("a delivery is verified in thirty days of the oldest shipment, a certificate in ten working days", () => {
  const due = (walk: ExampleWalk<EndUseData>, name: string) =>
    walk.walk.viewAt("2030-06-03T11:00:00Z").deadlines.find((one) => one.name === name);
  expect(due(verified().go("IL drawDown"), "deliveryVerification")).toMatchObject({ owners: [morocco] });
  expect(due(begun().go("MA sign", "MA authenticate"), "verification")).toMatchObject({ owners: [israel] });
});
