import type { EntityManager } from "typeorm";
import type { Penomoran } from "../app/penomoran.js";
import { NomorEntity } from "./nomor.entity.js";
import { PenghitungEntity } from "./penghitung.entity.js";

/** Counters and taken numbers over SQL. Bound to one unit of work: make a new one for each. */
export class PenomoranRepository implements Penomoran {
  constructor(private readonly manager: EntityManager) {}

  async officialNumber(key: string, make: () => Promise<string>): Promise<string> {
    const kept = await this.manager.findOneBy(NomorEntity, { id: key });
    if (kept !== null) return kept.nomor;
    const nomor = await make();
    await this.manager.insert(NomorEntity, { id: key, nomor });
    return nomor;
  }

  async nextNumber(counter: string): Promise<number> {
    // One statement makes or raises the counter and locks it: two transactions never read the same number, nor deadlock.
    const raise = this.#isMariadb()
      ? "INSERT INTO siwi_penghitung (id, terakhir) VALUES (?, 1) ON DUPLICATE KEY UPDATE terakhir = terakhir + 1"
      : "INSERT INTO siwi_penghitung (id, terakhir) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET terakhir = terakhir + 1";
    await this.manager.query(raise, [counter]);
    return (await this.manager.findOneByOrFail(PenghitungEntity, { id: counter })).terakhir;
  }

  async raiseNumber(counter: string, atLeast: number): Promise<void> {
    const raise = this.#isMariadb()
      ? "INSERT INTO siwi_penghitung (id, terakhir) VALUES (?, ?) ON DUPLICATE KEY UPDATE terakhir = GREATEST(terakhir, VALUES(terakhir))"
      : "INSERT INTO siwi_penghitung (id, terakhir) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET terakhir = MAX(terakhir, excluded.terakhir)";
    await this.manager.query(raise, [counter, atLeast]);
  }

  #isMariadb(): boolean {
    return this.manager.dataSource.options.type === "mariadb";
  }
}
