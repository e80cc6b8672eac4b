// A course told on two nodes whose link is cut in the middle: both sides nominate and both release the seats, neither
// seeing the other, and when it heals both have the same board; then the course is held, and what was sealed about
// those who came is erased on both.

import { expect, test } from "vitest";
import { type Draft, documentsIn, type JsonObject } from "../acts/index.ts";
import { type CourseData, courseExamples, courseProcedure } from "../procedures/index.ts";
import { canonical } from "../seal/index.ts";
import { storyClock } from "./clock.ts";
import { digestOf } from "./side/digest.ts";
import type { Side } from "./side/side.ts";
import { follows } from "./side/viewed.ts";
import { bringIntoForce, type InForce, type LinkedPair, linkedPair, make, synced } from "./testing.ts";

type Of = "ma" | "il";
const day = 86_400_000;

class Course {
  readonly #pair: LinkedPair;
  readonly #story: InForce;
  #dossier: Draft["id"] | undefined;

  constructor(pair: LinkedPair, story: InForce) {
    this.#pair = pair;
    this.#story = story;
  }

  async seen(of: Of): Promise<{ readonly data: CourseData; readonly state: string } | undefined> {
    const viewed = this.#dossier && (await this.#pair[of].side.view(this.#dossier));
    return viewed && follows(viewed, courseProcedure) ? viewed.view.dossier : undefined;
  }

  async step(of: Of, name: string, change: JsonObject = {}): Promise<void> {
    const { side } = this.#pair[of];
    const { service = "", officers } = this.#story.services[side.row.own] ?? {};
    const data = (await this.seen(of))?.data ?? courseProcedure.blank();
    const terms = await side.terms();
    const context = {
      data,
      side: side.row.own,
      other: side.row.other,
      terms,
      time: side.clock.now(),
      digest: digestOf,
    };
    const body = { ...courseExamples[name]?.(context), ...change };
    await this.#known(side, body);
    const officer = courseProcedure.steps[name]?.grave ? officers?.["head-of-delegation"] : undefined;
    const id = await make(side, {
      service,
      function: "head-of-delegation",
      procedure: "course/1",
      step: name,
      articles: ["1"],
      body,
      ...(this.#dossier === undefined ? {} : { dossier: this.#dossier }),
      ...(officer ? { officer } : {}),
    });
    this.#dossier ??= id;
    if (this.#pair.road.open) await synced(this.#pair);
  }

  async steps(...moves: readonly (readonly [Of, string])[]): Promise<void> {
    for (const [of, name] of moves) await this.step(of, name);
  }

  /** The documents as rows of the side's store: that bytes are sealed, sent and erased is tested where bytes are. */
  async #known(side: Side, body: JsonObject): Promise<void> {
    const named = documentsIn(body).map((ref) => ({
      digest: ref.digest,
      size: ref.size,
      reference: canonical(ref),
      act: this.#story.instrument,
      dossier: this.#story.instrument,
      party: side.row.own,
      index: 0,
    }));
    const documents = { named, opened: [], erased: [], at: side.clock.now() };
    if (named.length > 0) await side.store.commit({ accord: side.row.accord, documents });
  }

  async states(): Promise<readonly string[]> {
    const { data } = await this.same();
    return data.iterations[0]?.seats.map((seat) => `${seat.nominee} ${seat.status}`) ?? [];
  }

  async same(): Promise<{ readonly data: CourseData; readonly state: string }> {
    await synced(this.#pair);
    const [ours, theirs] = [await this.seen("ma"), await this.seen("il")];
    // A view is of its node's own moment, and the nodes were asked one after the other.
    expect({ ...ours, time: undefined }).toEqual({ ...theirs, time: undefined });
    if (!ours) throw new Error("No dossier.");
    return ours;
  }
}

test("seats are given, released and taken while the link is cut, and both nodes come to the same course", {
  timeout: 60_000,
}, async () => {
  const clock = storyClock(Date.parse("2030-06-03T10:00:00Z"));
  const pair = await linkedPair(clock);
  try {
    const course = new Course(pair, await bringIntoForce(pair));
    await course.steps(["ma", "offer"], ["il", "accept"], ["ma", "scheduleIteration"], ["il", "nominate"]);
    expect(await course.states()).toEqual(["il-01 nominated", "il-02 waiting"]);

    pair.road.open = false;
    await course.steps(["ma", "nominate"], ["ma", "releaseSeats"]);
    await course.steps(["il", "certify"], ["il", "releaseSeats"], ["il", "acceptSeats"]);
    expect((await course.seen("ma"))?.data.iterations[0]?.seats).toHaveLength(4);
    expect((await course.seen("il"))?.data.iterations[0]?.seats).toHaveLength(2);
    pair.road.open = true;

    // What each released it released for both; nobody has lost a seat, and there are five.
    expect(await course.states()).toEqual(["il-01 certified", "il-02 nominated", "ma-03 nominated", "ma-04 offered"]);
    await course.steps(["ma", "acceptSeats"], ["ma", "certify"], ["il", "certify"], ["ma", "vet"], ["ma", "vet"]);
    await course.steps(["ma", "confirm"], ["ma", "confirm"], ["ma", "issueInstructions"]);
    await course.steps(["il", "acknowledge"], ["ma", "acknowledge"]);
    expect(new Set((await course.same()).data.iterations[0]?.seats.map((seat) => seat.status))).toEqual(
      new Set(["acknowledged"]),
    );

    clock.set(clock.now() + 25 * day);
    await course.steps(["ma", "recordArrivals"], ["ma", "recordArrivals"], ["ma", "recordAttendance"]);
    clock.set(clock.now() + 5 * day);
    await course.steps(["ma", "recordResults"], ["ma", "recordResults"], ["ma", "issueCertificates"]);
    await course.steps(["ma", "reportCourse"], ["ma", "close"]);
    const { data, state } = await course.same();
    expect(state).toBe("closed");

    const details = data.iterations[0]?.seats.find((seat) => seat.by === "IL")?.details ?? "";
    await course.step("il", "erasePersonalData", { documents: [details], ground: "seatOver" });
    await course.same();
    for (const { side } of [pair.ma, pair.il])
      expect((await side.store.documents.get(side.row.accord, details))?.state).toBe("erased");
  } finally {
    await pair.close();
  }
});
