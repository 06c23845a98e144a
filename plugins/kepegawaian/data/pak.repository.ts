import { type EntityManager, In } from "typeorm";
import { bulanDalam, type JenisPak, kelompokMasa, type Pak } from "../domain/pak.js";
import { PakBulanEntity } from "./pak-bulan.entity.js";
import { PakEntity } from "./pak.entity.js";

/** Record of the decisions on credit. Bound to one unit of work: make a new one for each. */
export class PakRepository {
  constructor(private readonly manager: EntityManager) {}

  async pak(id: string): Promise<Pak | undefined> {
    const row = await this.manager.findOneBy(PakEntity, { id });
    return row === null ? undefined : toPak(row);
  }

  /** Decisions of a person by period, cancelled ones too. */
  async riwayat(nip: string): Promise<readonly Pak[]> {
    const rows = await this.manager.find(PakEntity, { where: { nip }, order: { masaMulai: "ASC", tanggal: "ASC" } });
    return rows.map(toPak);
  }

  /** The decision in force that takes up one of these months, if there is one. */
  async penempatMasa(nip: string, jenis: JenisPak, months: readonly string[]): Promise<Pak | undefined> {
    const [taken] = await this.manager.find(PakBulanEntity, {
      where: { nip, kelompok: kelompokMasa(jenis), bulan: In([...months]) },
      order: { bulan: "ASC" },
      take: 1,
    });
    return taken === undefined ? undefined : this.pak(taken.pakId);
  }

  /** @throws a unique violation when a month is taken meanwhile. */
  async add(pak: Pak, months: readonly string[] = bulanDalam(pak.masaMulai, pak.masaSelesai)): Promise<void> {
    const { batal, terunggah, ...columns } = pak;
    await this.manager.insert(PakEntity, {
      ...columns,
      siasnUnggah: terunggah.length === 0 ? null : terunggah.join(","),
      batalPada: batal?.pada ?? null,
      batalAlasan: batal?.alasan ?? null,
    });
    const { id: pakId, nip, jenis } = pak;
    const rows = months.map((bulan) => ({ nip, kelompok: kelompokMasa(jenis), bulan, pakId }));
    if (rows.length > 0) {
      await this.manager.createQueryBuilder().insert().into(PakBulanEntity).values(rows).updateEntity(false).execute();
    }
  }

  /** Takes it out of force and frees its months. */
  async cancel(id: string, batal: NonNullable<Pak["batal"]>): Promise<void> {
    await this.manager.update(PakEntity, { id }, { batalPada: batal.pada, batalAlasan: batal.alasan });
    await this.manager.delete(PakBulanEntity, { pakId: id });
  }

  /** Months of the list that no decision in force takes up. */
  async bulanBebas(nip: string, jenis: JenisPak, months: readonly string[]): Promise<readonly string[]> {
    const taken = await this.manager.findBy(PakBulanEntity, {
      nip,
      kelompok: kelompokMasa(jenis),
      bulan: In([...months]),
    });
    return months.filter((bulan) => taken.every((row) => row.bulan !== bulan));
  }

  /** Months of people that decisions in force take up, each with the number of the decision. */
  async bulanTerpakai(
    nips: readonly string[],
    jenis: JenisPak,
  ): Promise<readonly { readonly nip: string; readonly bulan: string; readonly nomor: string }[]> {
    if (nips.length === 0) return [];
    return this.manager
      .createQueryBuilder(PakBulanEntity, "b")
      .innerJoin(PakEntity, "p", "p.id = b.pakId")
      .select(["b.nip AS nip", "b.bulan AS bulan", "p.nomor AS nomor"])
      .where("b.nip IN (:...nips) AND b.kelompok = :kelompok", { nips: [...nips], kelompok: kelompokMasa(jenis) })
      .getRawMany<{ nip: string; bulan: string; nomor: string }>();
  }

  /** Notes under which id SIASN knows it. */
  async setSiasnId(id: string, siasnId: string): Promise<void> {
    await this.manager.update(PakEntity, { id }, { siasnId });
  }

  async setTerunggah(id: string, terunggah: readonly string[]): Promise<void> {
    await this.manager.update(PakEntity, { id }, { siasnUnggah: terunggah.join(",") });
  }
}

const toPak = ({ batalPada, batalAlasan, jenis, sumber, siasnUnggah, ...row }: PakEntity): Pak => ({
  ...row,
  terunggah: siasnUnggah === null ? [] : siasnUnggah.split(","),
  jenis: jenis as JenisPak,
  sumber: sumber === "SIASN" ? "SIASN" : "ALUR",
  batal: batalPada === null ? null : { pada: batalPada, alasan: batalAlasan ?? "" },
});
