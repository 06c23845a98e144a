import type { IdGenerator } from "../../../src/plugin-api/index.js";
import type { UnitKerja } from "../domain/pegawai.js";
import type { SapkPeople } from "./sapk-deps.js";

const rapi = (nama: string): string => nama.trim().replaceAll(/\s+/gu, " ").toLowerCase();

/** Units of the instansi that one transaction meets, read once each; a new name makes a new unit. */
export class UnitBernama {
  readonly #byInstansi = new Map<string, Map<string, UnitKerja>>();

  constructor(
    private readonly people: Pick<SapkPeople, "unitKerjaOf" | "saveUnitKerja">,
    private readonly ids: IdGenerator,
  ) {}

  async bernama(instansiId: string, nama: string): Promise<UnitKerja> {
    const units = await this.#unitsOf(instansiId);
    const known = units.get(rapi(nama));
    if (known !== undefined) return known;
    const unit = { id: this.ids.next(), instansiId, nama: nama.trim() };
    await this.people.saveUnitKerja(unit);
    units.set(rapi(nama), unit);
    return unit;
  }

  async namaUnit(instansiId: string, unitKerjaId: string): Promise<string> {
    const units = await this.#unitsOf(instansiId);
    return [...units.values()].find(({ id }) => id === unitKerjaId)?.nama ?? "";
  }

  async #unitsOf(instansiId: string): Promise<Map<string, UnitKerja>> {
    const known = this.#byInstansi.get(instansiId);
    if (known !== undefined) return known;
    const rows = await this.people.unitKerjaOf(instansiId);
    const units = new Map(rows.map((unit) => [rapi(unit.nama), unit]));
    this.#byInstansi.set(instansiId, units);
    return units;
  }
}
