import { type EntityManager, In, IsNull, MoreThan, Not, type ObjectLiteral } from "typeorm";
import type {
  BarisBerkas,
  BarisTarikan,
  BerkasKonversi,
  HitunganBaris,
  IjazahTercatat,
  KonversiStore,
  KonversiTetap,
  PakKonversi,
  SaldoTercatat,
  StatusBaris,
} from "../app/konversi/konversi-store.js";
import type { MasalahBaris } from "../domain/baris-konversi.js";
import { bulanKe, tulisBulan } from "../domain/bulan.js";
import { BarisKonversiEntity } from "./baris-konversi.entity.js";
import { BerkasKonversiEntity } from "./berkas-konversi.entity.js";
import { IjazahEntity } from "./ijazah.entity.js";
import { KonversiBulanEntity } from "./konversi-bulan.entity.js";
import { fromBaris, fromPak, toBaris, toBerkas, toIjazah, toKonversi, toPak, toSaldo } from "./konversi-mapping.js";
import { KonversiEntity } from "./konversi.entity.js";
import { PakKonversiEntity } from "./pak-konversi.entity.js";
import { SaldoAwalEntity } from "./saldo-awal.entity.js";
import { TarikanPredikatEntity } from "./tarikan-predikat.entity.js";

/** Rows of one INSERT: both databases bind that many values. */
const PER_INSERT = 100;
const NONE: HitunganBaris = { SAH: 0, BERMASALAH: 0, DITETAPKAN: 0, SELESAI: 0, TERLEWAT: 0 };

/** Grades and conversions. Bound to one unit of work: make a new one for each. */
export class KonversiRepository implements KonversiStore {
  constructor(private readonly manager: EntityManager) {}

  async berkas(caseId: string): Promise<BerkasKonversi | undefined> {
    const row = await this.manager.findOneBy(BerkasKonversiEntity, { caseId });
    return row === null ? undefined : toBerkas(row);
  }

  async saveBerkas(berkas: BerkasKonversi): Promise<void> {
    await this.manager.save(BerkasKonversiEntity, { ...berkas });
  }

  async antreTarikan(caseId: string, nips: readonly string[]): Promise<void> {
    await this.#insert(
      TarikanPredikatEntity,
      nips.map((nip) => ({ caseId, nip, hasil: null })),
    );
  }

  async tarikanMenunggu(caseId: string, limit: number): Promise<readonly string[]> {
    const where = { caseId, hasil: IsNull() };
    const rows = await this.manager.find(TarikanPredikatEntity, { where, order: { nip: "ASC" }, take: limit });
    return rows.map(({ nip }) => nip);
  }

  async sisaTarikan(caseId: string): Promise<number> {
    return this.manager.countBy(TarikanPredikatEntity, { caseId, hasil: IsNull() });
  }

  async setTarikan(caseId: string, nip: string, hasil: readonly BarisTarikan[]): Promise<void> {
    await this.manager.update(TarikanPredikatEntity, { caseId, nip }, { hasil: [...hasil] });
  }

  async hasilTarikan(caseId: string): Promise<readonly BarisTarikan[]> {
    const rows = await this.manager.find(TarikanPredikatEntity, { where: { caseId }, order: { nip: "ASC" } });
    return rows.flatMap(({ hasil }) => (hasil ?? []) as readonly BarisTarikan[]);
  }

  async addBaris(rows: readonly BarisBerkas[]): Promise<void> {
    await this.#insert(BarisKonversiEntity, rows.map(fromBaris));
  }

  async removeBaris(caseId: string): Promise<void> {
    await this.manager.delete(BarisKonversiEntity, { caseId });
  }

  async hitungBaris(caseId: string): Promise<HitunganBaris> {
    const rows = await this.manager
      .createQueryBuilder(BarisKonversiEntity, "b")
      .select("b.status", "status")
      .addSelect("COUNT(*)", "jumlah")
      .where("b.caseId = :caseId", { caseId })
      .groupBy("b.status")
      .getRawMany<{ status: StatusBaris; jumlah: number | string }>();
    return { ...NONE, ...Object.fromEntries(rows.map(({ status, jumlah }) => [status, Number(jumlah)])) };
  }

  async halamanBaris(
    caseId: string,
    { offset, limit, search = "" }: { readonly offset: number; readonly limit: number; readonly search?: string },
  ): Promise<{ readonly rows: readonly BarisBerkas[]; readonly total: number }> {
    const query = this.manager
      .createQueryBuilder(BarisKonversiEntity, "b")
      .where("b.caseId = :caseId", { caseId })
      .orderBy("CASE b.status WHEN 'BERMASALAH' THEN 0 WHEN 'TERLEWAT' THEN 1 ELSE 2 END", "ASC")
      .addOrderBy("b.baris", "ASC")
      .offset(offset)
      .limit(limit);
    const wanted = search
      .trim()
      .toLowerCase()
      .replaceAll(/[%_\\]/g, "");
    if (wanted !== "") query.andWhere("(b.nip LIKE :wanted OR LOWER(b.isi) LIKE :wanted)", { wanted: `%${wanted}%` });
    const [rows, total] = await query.getManyAndCount();
    return { rows: rows.map(toBaris), total };
  }

  async barisBerstatus(caseId: string, status: StatusBaris, limit: number): Promise<readonly BarisBerkas[]> {
    const rows = await this.manager.find(BarisKonversiEntity, {
      where: { caseId, status },
      order: { nip: "ASC", baris: "ASC" },
      take: limit,
    });
    return rows.map(toBaris);
  }

  async barisSetelah(caseId: string, baris: number, limit: number): Promise<readonly BarisBerkas[]> {
    const rows = await this.manager.find(BarisKonversiEntity, {
      where: { caseId, baris: MoreThan(baris) },
      order: { baris: "ASC" },
      take: limit,
    });
    return rows.map(toBaris);
  }

  async setStatusBaris(ids: readonly string[], status: StatusBaris): Promise<void> {
    if (ids.length > 0) await this.manager.update(BarisKonversiEntity, { id: In([...ids]) }, { status });
  }

  async tandaiTerlewat(id: string, masalah: readonly MasalahBaris[]): Promise<void> {
    await this.manager.update(BarisKonversiEntity, { id }, { status: "TERLEWAT", masalah: [...masalah] });
  }

  async bulanTerpakai(nips: readonly string[]) {
    if (nips.length === 0) return [];
    return this.manager
      .createQueryBuilder(KonversiBulanEntity, "b")
      .innerJoin(KonversiEntity, "k", "k.id = b.konversiId")
      .select(["b.nip AS nip", "b.bulan AS bulan", "b.konversiId AS konversiId", "k.nomor AS nomor"])
      .where("b.nip IN (:...nips)", { nips: [...nips] })
      .getRawMany<{ nip: string; bulan: string; konversiId: string; nomor: string }>();
  }

  async addKonversi(rows: readonly KonversiTetap[]): Promise<void> {
    await this.#insert(
      KonversiEntity,
      rows.map((row) => ({ ...row })),
    );
    const months = rows.flatMap(({ id: konversiId, nip, tahun, bulanMulai, bulanSelesai }) =>
      Array.from({ length: bulanSelesai - bulanMulai + 1 }, (_, at) => ({
        nip,
        bulan: tulisBulan(bulanKe(tahun, bulanMulai + at)),
        konversiId,
      })),
    );
    await this.#insert(KonversiBulanEntity, months);
  }

  async konversi(id: string): Promise<KonversiTetap | undefined> {
    const row = await this.manager.findOneBy(KonversiEntity, { id });
    return row === null ? undefined : toKonversi(row);
  }

  async konversiByNomor(nomor: string): Promise<readonly KonversiTetap[]> {
    return (await this.manager.findBy(KonversiEntity, { nomor })).map(toKonversi);
  }

  async konversiByBaris(barisIds: readonly string[]): Promise<readonly KonversiTetap[]> {
    return (await this.manager.findBy(KonversiEntity, { barisId: In([...barisIds]) })).map(toKonversi);
  }

  async konversiOfCase(caseId: string): Promise<readonly KonversiTetap[]> {
    const rows = await this.manager.find(KonversiEntity, {
      where: { caseId },
      order: { nip: "ASC", tahun: "ASC", bulanMulai: "ASC" },
    });
    return rows.map(toKonversi);
  }

  async hitungTerbit(caseId: string) {
    const count = (entity: typeof KonversiEntity | typeof PakKonversiEntity, more: object = {}): Promise<number> =>
      this.manager.countBy(entity, { caseId, ...more });
    return {
      konversi: await count(KonversiEntity),
      tercetak: await count(KonversiEntity, { dokumenId: Not(IsNull()) }),
      pak: await count(PakKonversiEntity),
    };
  }

  async belumDicetak(caseId: string, limit: number): Promise<readonly KonversiTetap[]> {
    const rows = await this.manager.find(KonversiEntity, {
      where: { caseId, dokumenId: IsNull() },
      order: { nip: "ASC", tahun: "ASC", bulanMulai: "ASC" },
      take: limit,
    });
    return rows.map(toKonversi);
  }

  async konversiBerlaku(nips: readonly string[]): Promise<readonly KonversiTetap[]> {
    const rows = await this.manager.find(KonversiEntity, {
      where: { nip: In([...nips]), digantiId: IsNull() },
      order: { nip: "ASC", tahun: "ASC", bulanMulai: "ASC" },
    });
    return rows.map(toKonversi);
  }

  async setDokumen(id: string, dokumenId: string): Promise<void> {
    await this.manager.update(KonversiEntity, { id }, { dokumenId });
  }

  async gantikan(id: string, digantiId: string): Promise<void> {
    await this.manager.update(KonversiEntity, { id }, { digantiId });
    await this.manager.delete(KonversiBulanEntity, { konversiId: id });
  }

  async saldo(nips: readonly string[]): Promise<readonly SaldoTercatat[]> {
    return (await this.manager.findBy(SaldoAwalEntity, { nip: In([...nips]) })).map(toSaldo);
  }

  async addSaldo(saldo: SaldoTercatat): Promise<void> {
    await this.manager.insert(SaldoAwalEntity, { ...saldo });
  }

  async ijazah(nips: readonly string[]): Promise<readonly IjazahTercatat[]> {
    return (await this.manager.findBy(IjazahEntity, { nip: In([...nips]) })).map(toIjazah);
  }

  async addIjazah(ijazah: IjazahTercatat): Promise<void> {
    await this.manager.insert(IjazahEntity, { ...ijazah });
  }

  async pakBerlaku(nips: readonly string[]): Promise<readonly PakKonversi[]> {
    const rows = await this.manager.find(PakKonversiEntity, {
      where: { nip: In([...nips]), batalPada: IsNull() },
      order: { nip: "ASC", masaSelesai: "ASC" },
    });
    return rows.map(toPak);
  }

  async pak(id: string): Promise<PakKonversi | undefined> {
    const row = await this.manager.findOneBy(PakKonversiEntity, { id });
    return row === null ? undefined : toPak(row);
  }

  async pakByNomor(nomor: string): Promise<readonly PakKonversi[]> {
    return (await this.manager.findBy(PakKonversiEntity, { nomor })).map(toPak);
  }

  async pakOfCase(caseId: string, nips?: readonly string[]): Promise<readonly PakKonversi[]> {
    const where = nips === undefined ? { caseId } : { caseId, nip: In([...nips]) };
    return (await this.manager.find(PakKonversiEntity, { where, order: { nip: "ASC" } })).map(toPak);
  }

  async addPak(pak: PakKonversi, konversiIds: readonly string[]): Promise<void> {
    await this.manager.insert(PakKonversiEntity, { ...fromPak(pak) });
    if (konversiIds.length > 0)
      await this.manager.update(KonversiEntity, { id: In([...konversiIds]) }, { pakId: pak.id });
  }

  async setPakTercatat(id: string, dokumenId: string, catatanId: string): Promise<void> {
    await this.manager.update(PakKonversiEntity, { id }, { dokumenId, catatanId });
  }

  async batalkanPak(id: string, { pada, alasan }: NonNullable<PakKonversi["batal"]>): Promise<void> {
    await this.manager.update(PakKonversiEntity, { id }, { batalPada: pada, batalAlasan: alasan });
    await this.manager.update(KonversiEntity, { pakId: id }, { pakId: null });
  }

  async #insert<T extends ObjectLiteral>(
    entity: new () => T,
    rows: readonly { readonly [K in keyof T]: T[K] }[],
  ): Promise<void> {
    for (let at = 0; at < rows.length; at += PER_INSERT) {
      const values = rows.slice(at, at + PER_INSERT) as never;
      await this.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false).execute();
    }
  }
}
