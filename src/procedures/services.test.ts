import fc from "fast-check";
import { expect, test } from "vitest";
import type { FunctionCode, ServiceCode } from "../acts/index.ts";
import { type Service, ServicesHistory } from "./services.ts";

const mod = "mod" as ServiceCode;
const registry = "registry" as ServiceCode;
const service = (key: string): Service => ({
  withdrawn: false,
  domains: [],
  keys: new Set([key]),
  functions: new Map(),
  sealing: new Set([`sealing ${key}`]),
});

test("a register begins with its registry, whose key the card gives, and with nothing else", () => {
  const services = new ServicesHistory("card key").at(0);
  expect([...services.keys()]).toEqual(["registry"]);
  expect(services.get(registry)).toMatchObject({ withdrawn: false, domains: undefined, keys: new Set(["card key"]) });
  expect(services.get(registry)?.functions.get("registrar" as FunctionCode)).toEqual(new Set());
});

test("a designation counts for the leaves behind it and not for its own", () => {
  const history = new ServicesHistory("card key");
  history.note(4, { code: mod, service: service("a") });
  history.note(7, { code: mod, service: service("b") });
  const keyAt = (index: number): string | undefined => [...(history.at(index).get(mod)?.keys ?? [])][0];
  expect([0, 4, 5, 7, 8, 1000].map(keyAt)).toEqual([undefined, undefined, "a", "a", "b", "b"]);
  expect([...(history.now().get(mod)?.keys ?? [])]).toEqual(["b"]);
});

test("the registry's designation changes its keys and nothing else: it stays what it is", () => {
  const history = new ServicesHistory("card key");
  history.note(0, { code: registry, service: { ...service("new key"), withdrawn: true, domains: ["visits"] } });
  expect(history.now().get(registry)).toMatchObject({
    withdrawn: false,
    domains: undefined,
    keys: new Set(["new key"]),
    sealing: new Set(["sealing new key"]),
  });
});

test("law: at any leaf the last designation before it counts", () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 });
  fc.assert(
    fc.property(gaps, fc.nat({ max: 160 }), (steps, asked) => {
      const history = new ServicesHistory("card key");
      let index = -1;
      let expected: string | undefined;
      for (const step of steps) {
        index += step;
        history.note(index, { code: mod, service: service(String(index)) });
        if (index < asked) expected = String(index);
      }
      expect([...(history.at(asked).get(mod)?.keys ?? [])][0]).toBe(expected);
    }),
  );
});
