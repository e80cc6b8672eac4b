// What the dossier of an offset obligation knows, and its account: credits are reckoned from the claims that were
// accepted, never kept as a sum.

import type { z } from "../../base/index.ts";
import { amountOf, minorUnits, times } from "../money.ts";
import type { obligationBody, proposeProjectBody } from "./bodies.ts";

export type Obligation = z.output<typeof obligationBody>;

export interface Project extends z.output<typeof proposeProjectBody> {
  readonly at: number;
  readonly state: "proposed" | "approved" | "rejected";
  /** All that has been performed until now. */
  readonly performed: string;
}

export interface Claim {
  readonly claim: string;
  readonly project: string;
  readonly year: number;
  readonly amount: string;
  readonly at: number;
  readonly state: "filed" | "decided" | "withdrawn";
  /** Of the amount, what the other side accepted. */
  readonly accepted: string;
}

export interface OffsetData {
  readonly obligation: Obligation | undefined;
  /** Of the obligation's text: agreeing names it. */
  readonly digest: string | undefined;
  /** The first instant after its last day; milliseconds since 1970. */
  readonly endsAt: number | undefined;
  readonly projects: readonly Project[];
  readonly claims: readonly Claim[];
  /** Of the guarantee. */
  readonly released: readonly string[];
  readonly penalty: string | undefined;
}

export const blankOffset = (): OffsetData => ({
  obligation: undefined,
  digest: undefined,
  endsAt: undefined,
  projects: [],
  claims: [],
  released: [],
  penalty: undefined,
});

const total = (numbers: readonly bigint[]): bigint => numbers.reduce((all, one) => all + one, 0n);

/** Of one project in minor units: performed, claimed and not refused, accepted. */
export function projectUnits(data: OffsetData, project: string): Readonly<Record<"performed" | "claimed", bigint>> {
  const units = (text: string): bigint => minorUnits({ amount: text, currency: data.obligation?.currency ?? "" });
  const found = data.projects.find((one) => one.project === project);
  const claims = data.claims.filter((one) => one.project === project && one.state !== "withdrawn");
  const held = claims.map((one) => units(one.state === "decided" ? one.accepted : one.amount));
  return { performed: units(found?.performed ?? "0"), claimed: total(held) };
}

/** The account in minor units. */
export interface OffsetUnits {
  readonly obligation: bigint;
  /** Credits of the accepted claims, each times its project's multiplier. */
  readonly credited: bigint;
  /** What is still owed; never below nothing. */
  readonly balance: bigint;
  /** Credits beyond the obligation. */
  readonly surplus: bigint;
  /** What of the guarantee is not released. */
  readonly guarantee: bigint;
}

export function offsetUnits(data: OffsetData): OffsetUnits {
  const { obligation, claims, projects, released } = data;
  const currency = obligation?.currency ?? "";
  const units = (text: string): bigint => minorUnits({ amount: text, currency });
  const credited = total(
    claims
      .filter(({ state }) => state === "decided")
      .map(({ accepted, project }) => {
        const multiplier = projects.find((one) => one.project === project)?.multiplier ?? "1";
        return times(units(accepted), multiplier);
      }),
  );
  const owed = units(obligation?.obligation ?? "0");
  return {
    obligation: owed,
    credited,
    balance: credited < owed ? owed - credited : 0n,
    surplus: credited > owed ? credited - owed : 0n,
    guarantee: units(obligation?.guarantee ?? "0") - total(released.map(units)),
  };
}

/** The account as amounts of text. */
export function offsetAccount(data: OffsetData): Readonly<Record<keyof OffsetUnits | "currency", string>> | undefined {
  const currency = data.obligation?.currency;
  if (currency === undefined) return undefined;
  const units = offsetUnits(data);
  return {
    currency,
    obligation: amountOf(units.obligation, currency),
    credited: amountOf(units.credited, currency),
    balance: amountOf(units.balance, currency),
    surplus: amountOf(units.surplus, currency),
    guarantee: amountOf(units.guarantee, currency),
  };
}
