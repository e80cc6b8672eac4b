// What goes wrong in a run, and when: machines are killed, the link is cut or wild, disks fail, bags travel, backups
// are made and put back. All of it by chance, and all of it over when the run says so.

import { type Backup, type FilesFate, soundDisk } from "./disk.ts";
import { soundFiles } from "./files.ts";
import type { Machine } from "./machine.ts";
import { soundLink } from "./network.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

const second = 1_000;
const minute = 60 * second;

export class Accidents {
  readonly #world: World;
  readonly #random: Random;
  readonly #backups = new Map<Machine, Backup[]>();
  #over = false;
  /** A backup is being put back: until its side is whole again, no other disk is lost. */
  #restoring = false;

  constructor(world: World) {
    this.#world = world;
    this.#random = world.random.branch("accidents");
  }

  /** People begin to work, and things to go wrong. */
  begin(): void {
    const world = this.#world;
    for (const officers of world.officers) world.background(this.#repeat(25 * second, () => officers.act()));
    for (const one of world.correspondence) world.background(this.#repeat(20 * second, () => one.act()));
    world.background(this.#repeat(30 * second, () => this.#accident()));
    if (this.#random.chance(0.3)) world.background(this.#repeat(minute, () => this.#bag()));
  }

  /** Nothing more goes wrong, and nobody works any more. What was under way runs out. */
  end(): void {
    this.#over = true;
    this.#world.network.faults = soundLink;
    this.#world.network.up = true;
    for (const { disk } of this.#world.machines) {
      disk.faults = soundDisk;
      disk.files.faults = soundFiles;
    }
  }

  /** Puts an old backup of one side back as if it were new. */
  async carelessRestore(): Promise<void> {
    const world = this.#world;
    const machine = this.#random.pick(world.machines);
    const backups = this.#backups.get(machine) ?? [machine.disk.beginning];
    if (machine.busy || this.#restoring) return;
    // For good: after this no other disk is lost.
    this.#restoring = true;
    await world.watch.doubt(machine);
    machine.busy = true;
    world.counts.restores += 1;
    world.background(this.#restore(machine, { backup: this.#random.pick(backups), manner: "careless" }));
  }

  /** Does it again and again until all is over, at random intervals up to `longest`; nobody waits for it to end. */
  async #repeat(longest: number, work: () => Promise<void>): Promise<void> {
    while (!this.#over) {
      await this.#world.clock.sleep(this.#random.between(second, longest));
      if (!this.#over) this.#world.background(work());
    }
  }

  async #accident(): Promise<void> {
    const world = this.#world;
    switch (this.#random.between(0, 8)) {
      case 0:
      case 1:
        return await this.#crash(this.#random.pick(world.machines));
      case 2:
        return await this.#cut();
      case 3:
      case 4:
        return this.#weather();
      case 5:
        return this.#diskFails(this.#random.pick(world.machines));
      case 6:
        return await this.#bag();
      case 7:
        return this.#backup(this.#random.pick(world.machines));
      default:
        return await this.#lose(this.#random.pick(world.machines));
    }
  }

  async #crash(machine: Machine): Promise<void> {
    if (machine.busy) return;
    machine.busy = true;
    this.#world.counts.crashes += 1;
    machine.kill();
    await this.#world.clock.sleep(this.#random.between(second, 40 * second));
    await machine.boot();
    machine.busy = false;
  }

  async #cut(): Promise<void> {
    const { network } = this.#world;
    network.up = false;
    this.#world.trace("the link", "is cut");
    await this.#world.clock.sleep(this.#random.between(second, 3 * minute));
    network.up = true;
    this.#world.trace("the link", "is back");
  }

  #weather(): void {
    const wild = (most: number): number => (this.#random.chance(0.5) ? this.#random.unit() * most : 0);
    const slow = this.#random.pick([20, 300, 20_000]);
    const faults = { lost: wild(0.5), answerLost: wild(0.5), repeated: wild(0.3), cut: wild(0.2), slow };
    this.#world.network.faults = faults;
    for (const courier of this.#world.couriers) {
      courier.faults = { lost: wild(0.5), repeated: wild(0.5), slow: this.#random.pick([minute, 4 * minute]) };
    }
  }

  #diskFails({ disk }: Machine): void {
    const wild = (): number => (this.#random.chance(0.5) ? this.#random.unit() * 0.3 : 0);
    disk.faults = { lost: wild(), landed: wild(), slow: this.#random.pick([0, 2, 200]) };
    disk.files.faults = { full: wild() * 2, failed: wild(), slow: this.#random.pick([0, 2, 200]) };
  }

  async #bag(): Promise<void> {
    await this.#world.sendBag(this.#random.chance(0.5) ? 0 : 1);
  }

  #backup(machine: Machine): void {
    this.#world.trace(machine.code, "is backed up");
    this.#backups.set(machine, [...(this.#backups.get(machine) ?? []), machine.disk.backup()]);
  }

  /** The disk is lost and a backup put back, by somebody who says so. */
  async #lose(machine: Machine): Promise<void> {
    const { watch, machines, counts } = this.#world;
    const backup = this.#backups.get(machine)?.at(-1);
    if (backup === undefined || machine.busy || this.#restoring) return;
    // Two disks lost at once can take with them what both held: no protocol brings that back.
    if (!(await watch.mayRestore(machine)) || machines.some((each) => each.process?.side.link.recovering)) return;
    this.#restoring = true;
    machine.busy = true;
    counts.restores += 1;
    await this.#restore(machine, { backup, manner: "careful" });
    while (!machine.isWhole || machine.process?.side.link.recovering === true) await this.#world.clock.sleep(second);
    this.#restoring = false;
  }

  async #restore(machine: Machine, how: { backup: Backup; manner: "careful" | "careless" }): Promise<void> {
    const files = this.#random.pick<FilesFate>(["restored", "lost", "kept"]);
    await machine.restore(how.backup, { manner: how.manner, files });
    // What was backed up since is not part of this history any more.
    this.#backups.set(
      machine,
      (this.#backups.get(machine) ?? []).filter((each) => each.writes <= how.backup.writes),
    );
    machine.busy = false;
  }
}
