import { type EntityManager, In, type ObjectLiteral } from "typeorm";
import { AppError, isUniqueViolation, type Localised } from "../../../src/plugin-api/index.js";
import type { EdupakStore, PengaturanAtasan, PermintaanAkun, Rekap } from "../app/edupak-store.js";
import type { Dupak, Saldo } from "../domain/dupak.js";
import type { Inventarisasi, Kegiatan } from "../domain/inventarisasi.js";
import { AkunEntity } from "./akun.entity.js";
import { DupakEntity } from "./dupak.entity.js";
import { InventarisasiEntity } from "./inventarisasi.entity.js";
import { KegiatanEntity } from "./kegiatan.entity.js";
import { fromDupak, fromInventarisasi, toDupak, toInventarisasi, toKegiatan, toRekap, toSaldo } from "./mapping.js";
import { PengaturanAtasanEntity } from "./pengaturan-atasan.entity.js";
import { RekapEntity } from "./rekap.entity.js";
import { SaldoEntity } from "./saldo.entity.js";

type Clash = readonly [en: string, detail: Localised];

/** Rows in one statement: SQLite takes 32,766 parameters. */
const ROWS_AT_ONCE = 500;

/** The app's rows over SQL. Bound to one unit of work: make a new one for each. */
export class EdupakRepository implements EdupakStore {
  constructor(private readonly manager: EntityManager) {}

  async pengaturan(pegawaiId: string): Promise<PengaturanAtasan | undefined> {
    return (await this.manager.findOneBy(PengaturanAtasanEntity, { pegawaiId })) ?? undefined;
  }

  async savePengaturan(pengaturan: PengaturanAtasan): Promise<void> {
    await this.manager.save(PengaturanAtasanEntity, { ...pengaturan });
  }

  async saldo(pegawaiId: string): Promise<Saldo | undefined> {
    const row = await this.manager.findOne(SaldoEntity, { where: { pegawaiId }, order: { masaSelesai: "DESC" } });
    return row === null ? undefined : toSaldo(row);
  }

  async addSaldo(saldo: Saldo): Promise<void> {
    const row = { ...saldo, perKelompok: JSON.stringify(saldo.perKelompok) };
    await this.#refusing(this.manager.insert(SaldoEntity, row), [
      `Expected one PAK up to ${saldo.masaSelesai}, but there is one already`,
      {
        id: `PAK sampai dengan ${saldo.masaSelesai} sudah tercatat`,
        en: `A PAK up to ${saldo.masaSelesai} is recorded already`,
      },
    ]);
  }

  async removeSaldo(id: string): Promise<void> {
    await this.manager.delete(SaldoEntity, { id });
  }

  async akunByCase(caseId: string): Promise<PermintaanAkun | undefined> {
    return (await this.manager.findOneBy(AkunEntity, { caseId })) ?? undefined;
  }

  async saveAkun(akun: PermintaanAkun): Promise<void> {
    await this.manager.save(AkunEntity, { ...akun });
  }

  async inventarisasiByCase(caseId: string): Promise<Inventarisasi | undefined> {
    const row = await this.manager.findOneBy(InventarisasiEntity, { caseId });
    return row === null ? undefined : toInventarisasi(row);
  }

  async inventarisasiOf(pemilikId: string): Promise<readonly Inventarisasi[]> {
    const where = { pemilikId, dibatalkan: false };
    return (await this.manager.find(InventarisasiEntity, { where, order: { bulan: "ASC" } })).map(toInventarisasi);
  }

  async inventarisasiInDupak(dupakId: string): Promise<readonly Inventarisasi[]> {
    const rows = await this.manager.find(InventarisasiEntity, { where: { dupakId }, order: { bulan: "ASC" } });
    return rows.map(toInventarisasi);
  }

  async saveInventarisasi(inventarisasi: Inventarisasi): Promise<void> {
    await this.#refusing(this.#upsert(InventarisasiEntity, fromInventarisasi(inventarisasi)), [
      `Expected one inventarisasi of ${inventarisasi.bulan}, but there is one already`,
      {
        id: "Inventarisasi bulan ini baru saja dibuka dari jendela lain",
        en: "This month has just been opened in another window",
      },
    ]);
  }

  async kegiatan(inventarisasiIds: readonly string[]): Promise<readonly Kegiatan[]> {
    if (inventarisasiIds.length === 0) return [];
    const order = new Map(inventarisasiIds.map((id, position) => [id, position]));
    const rows = await this.manager.find(KegiatanEntity, {
      where: { inventarisasiId: In([...inventarisasiIds]) },
      order: { urut: "ASC" },
    });
    const place = ({ inventarisasiId }: Kegiatan): number => order.get(inventarisasiId) ?? 0;
    return rows.map(toKegiatan).toSorted((a, b) => place(a) - place(b));
  }

  async addKegiatan(rows: readonly Kegiatan[]): Promise<void> {
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const part = rows.slice(at, at + ROWS_AT_ONCE).map((row) => ({ ...row }));
      await this.manager.createQueryBuilder().insert().into(KegiatanEntity).values(part).updateEntity(false).execute();
    }
  }

  async changeKegiatan(
    { id, revision }: Pick<Kegiatan, "id" | "revision">,
    change: Parameters<EdupakStore["changeKegiatan"]>[1],
  ): Promise<boolean> {
    const next = { ...change, revision: revision + 1 };
    return (await this.manager.update(KegiatanEntity, { id, revision }, next)).affected === 1;
  }

  async removeKegiatan({ id, revision }: Pick<Kegiatan, "id" | "revision">): Promise<boolean> {
    return (await this.manager.delete(KegiatanEntity, { id, revision })).affected === 1;
  }

  async clearScores(inventarisasiIds: readonly string[]): Promise<void> {
    if (inventarisasiIds.length === 0) return;
    const none = { nilai: null, alasanNilai: null, penilaiId: null };
    await this.manager.update(KegiatanEntity, { inventarisasiId: In([...inventarisasiIds]) }, none);
  }

  async dupakByCase(caseId: string): Promise<Dupak | undefined> {
    const row = await this.manager.findOneBy(DupakEntity, { caseId });
    return row === null ? undefined : toDupak(row);
  }

  async dupakByCases(caseIds: readonly string[]): Promise<readonly Dupak[]> {
    if (caseIds.length === 0) return [];
    const rows = await this.manager.findBy(DupakEntity, { caseId: In([...caseIds]) });
    const order = new Map(caseIds.map((caseId, position) => [caseId, position]));
    return rows.map(toDupak).toSorted((a, b) => (order.get(a.caseId) ?? 0) - (order.get(b.caseId) ?? 0));
  }

  async dupakOf(pemilikId: string): Promise<readonly Dupak[]> {
    return (await this.manager.find(DupakEntity, { where: { pemilikId }, order: { masaMulai: "ASC" } })).map(toDupak);
  }

  async saveDupak(dupak: Dupak): Promise<void> {
    await this.#refusing(this.#upsert(DupakEntity, fromDupak(dupak)), [
      `Expected one DUPAK from ${dupak.masaMulai} on, but there is one already`,
      {
        id: "DUPAK untuk masa penilaian ini baru saja dibuka dari jendela lain",
        en: "A DUPAK for this period has just been opened in another window",
      },
    ]);
  }

  async rekapByCase(caseId: string): Promise<Rekap | undefined> {
    const row = await this.manager.findOneBy(RekapEntity, { caseId });
    return row === null ? undefined : toRekap(row);
  }

  async saveRekap(rekap: Rekap): Promise<void> {
    await this.manager.save(RekapEntity, { ...rekap });
  }

  async #upsert<T extends ObjectLiteral & { readonly id: string }>(
    entity: new () => T,
    row: { readonly [K in keyof T]: T[K] },
  ): Promise<void> {
    await this.manager.save(entity, { ...row } as T);
  }

  async #refusing(work: Promise<unknown>, [message, detail]: Clash): Promise<void> {
    try {
      await work;
    } catch (cause) {
      if (!isUniqueViolation(cause)) throw cause;
      throw new AppError("CONFLICT", message, { cause, detail });
    }
  }
}
