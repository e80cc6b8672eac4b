// The services, functions and keys one side has designated, at each point of its own register. One-sided on purpose:
// which key counts for a leaf depends on the same register before that leaf and on nothing the other side does.

import type { FunctionCode, ServiceCode } from "../acts/index.ts";
import { registryService } from "../acts/index.ts";
import type { Domain } from "./annex.ts";

/** The id of a public key, an RFC 7638 thumbprint in base64url. */
export type KeyIdText = string;

export interface Service {
  readonly withdrawn: boolean;
  /** What it may act in; undefined for the registry, which makes only what rests on the founding. */
  readonly domains: readonly Domain[] | undefined;
  /** Keys that count now. */
  readonly keys: ReadonlySet<KeyIdText>;
  /** Functions with the officers' keys that count now. */
  readonly functions: ReadonlyMap<FunctionCode, ReadonlySet<KeyIdText>>;
  /** Age recipients that count now: what documents for the service are sealed to. */
  readonly sealing: ReadonlySet<string>;
}

export type Services = ReadonlyMap<ServiceCode, Service>;

/** The history of one side's services; `note` is called in register order. */
export class ServicesHistory {
  readonly #from: number[] = [-1];
  readonly #services: Services[];

  constructor(registryKey: KeyIdText) {
    const registry: Service = {
      withdrawn: false,
      domains: undefined,
      keys: new Set([registryKey]),
      functions: new Map([["registrar" as FunctionCode, new Set<KeyIdText>()]]),
      sealing: new Set(),
    };
    this.#services = [new Map([[registryService, registry]])];
  }

  /** The services as the leaf at `index` is to be judged by: the designations before it. */
  at(index: number): Services {
    let low = 0;
    let high = this.#from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#from[middle] ?? 0) < index) low = middle;
      else high = middle - 1;
    }
    return this.#services[low] ?? new Map();
  }

  now(): Services {
    return this.at(Number.POSITIVE_INFINITY);
  }

  /**
   * The designation at `index` made the service what is given. The registry keeps its own function and all it may do.
   */
  note(index: number, change: { code: ServiceCode; service: Service }): void {
    const services = new Map(this.now());
    const before = services.get(change.code);
    services.set(
      change.code,
      change.code === registryService && before
        ? { ...before, keys: change.service.keys, sealing: change.service.sealing }
        : change.service,
    );
    this.#from.push(index);
    this.#services.push(services);
  }
}
