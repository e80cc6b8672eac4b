// One dossier in two real registers: its acts are signed, admitted by what their author had seen, and folded. A body is
// the example's for the dossier as it stands, unless given.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import { allProcedures } from "../catalogue.ts";
import type { StepContext } from "../declaration.ts";
import { type Folded, fold } from "../engine/fold.ts";
import type { PlacedAct } from "../engine/order.ts";
import { ma, type Registered, type Registers, type Side } from "./registers.ts";
import { testDigest } from "./walk.ts";

type Context = Pick<StepContext<unknown>, "data" | "side" | "other" | "roles" | "terms" | "time" | "digest">;
/** Of a method, whose parameters compare bivariantly: examples of any dossier data fit, as procedures do. */
type Example = { example(context: Context): JsonObject }["example"];

export interface GivenAct extends Partial<Registered> {
  /** Changes the example's body. */
  readonly change?: JsonObject;
}

export class DossierActs {
  readonly registers: Registers;
  readonly #procedure: (typeof allProcedures)[number];
  readonly #examples: Readonly<Record<string, Example>>;
  readonly #lines: [PlacedAct[], PlacedAct[]] = [[], []];
  #opener: Side = ma;

  constructor(registers: Registers, input: { procedure: string; examples?: Readonly<Record<string, Example>> }) {
    const procedure = allProcedures.find((one) => one.name === input.procedure);
    if (!procedure) throw new TypeError(input.procedure);
    this.registers = registers;
    this.#procedure = procedure;
    this.#examples = input.examples ?? {};
  }

  /** "effective", or the code by which the act has no effect. By the service `channel`, under article 2. */
  make(side: Side, step: string, given: GivenAct = {}): string {
    const { change, ...registered } = given;
    if (!this.#opened) this.#opener = side;
    const dossier = this.#opened ? { dossier: this.dossier } : {};
    const grave = this.#procedure.steps[step]?.grave === true;
    const signers = [`${side} channel`, ...(grave ? [`${side} channel-officer`] : [])];
    const placed = this.registers.register(side, {
      service: "channel",
      articles: ["2"],
      signers,
      ...dossier,
      ...registered,
      body: { ...(given.body ?? this.#example(side, step)), ...change },
      procedure: `${this.#procedure.name}/${this.#procedure.version}`,
      step,
    });
    this.#lines[side === ma ? 0 : 1].push(placed);
    const outcome = this.#folded().outcomes.get(placed.act.id);
    return outcome?.kind === "effective" ? "effective" : (outcome?.refusal.code ?? "not folded");
  }

  get dossier(): string {
    return this.#folded().dossier?.id ?? "";
  }

  get state(): string {
    return this.#folded().dossier?.state ?? "";
  }

  /** The last act of a side in this dossier. */
  lastOf(side: Side): PlacedAct | undefined {
    return this.#lines[side === ma ? 0 : 1].at(-1);
  }

  get #opened(): boolean {
    return this.#lines.some((line) => line.length > 0);
  }

  #folded(): Folded<unknown> {
    return fold(this.#procedure, { lines: this.#lines, digest: testDigest });
  }

  #example(side: Side, step: string): JsonObject {
    const example = this.#examples[step];
    if (!example) return {};
    const { ground } = this.registers;
    const [first, second] = ground.parties;
    const partyOf = (one: Side): PartyCode => (one === ma ? first : second);
    const [opener, answerer] = this.#procedure.roles;
    const time = Math.max(0, ...this.registers.leaves.map((leaf) => Date.parse(leaf.act.at.instant)));
    const data: unknown = this.#folded().dossier?.data ?? this.#procedure.blank();
    return example({
      data,
      side: partyOf(side),
      other: partyOf(side === ma ? "IL" : ma),
      roles: { [opener]: partyOf(this.#opener), [answerer]: partyOf(this.#opener === ma ? "IL" : ma) },
      terms: ground.presentTerms(time),
      time,
      digest: testDigest,
    });
  }
}
