import { type EntityManager, In } from "typeorm";
import { AppError, isUniqueViolation } from "../../../src/plugin-api/index.js";
import type { NiwnTerdaftar, PengajuanTpp, PermohonanNiwn, PerubahanData, SiwiStore } from "../app/siwi-store.js";
import type { Dupak, DupakRow } from "../domain/dupak.js";
import type { Periode } from "../domain/periode.js";
import { fromDupak, toDupak, toRow } from "./dupak-mapping.js";
import { DupakRowEntity } from "./dupak-row.entity.js";
import { DupakEntity } from "./dupak.entity.js";
import { NiwnEntity } from "./niwn.entity.js";
import { PengajuanTppEntity } from "./pengajuan-tpp.entity.js";
import { PeriodeEntity } from "./periode.entity.js";
import { PermohonanNiwnEntity } from "./permohonan-niwn.entity.js";
import { PerubahanDataEntity } from "./perubahan-data.entity.js";

/** The app's rows over SQL. Bound to one unit of work: make a new one for each. */
export class SiwiRepository implements SiwiStore {
  constructor(private readonly manager: EntityManager) {}

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
    return (await this.manager.find(DupakEntity, { where: { pemilikId }, order: { id: "ASC" } })).map(toDupak);
  }

  async saveDupak(dupak: Dupak): Promise<void> {
    const columns = fromDupak(dupak);
    const { affected } = await this.manager.update(DupakEntity, { id: dupak.id }, columns);
    if (affected === 0 && !(await this.manager.existsBy(DupakEntity, { id: dupak.id }))) {
      await this.#insertDupak({ ...columns, monev: null, monevPada: null });
    }
  }

  async #insertDupak(row: Columns<DupakEntity>): Promise<void> {
    try {
      await this.manager.insert(DupakEntity, row);
    } catch (cause) {
      if (!isUniqueViolation(cause)) throw cause;
      throw new AppError("CONFLICT", `Expected one DUPAK of '${row.pemilikId}' in a period, but there is one already`, {
        cause,
        detail: {
          id: "DUPAK Anda untuk masa penilaian ini baru saja dibuka dari jendela lain",
          en: "Your DUPAK for this period has just been opened in another window",
        },
      });
    }
  }

  async keepMonev(dupakId: string, jawaban: Readonly<Record<string, unknown>>, pada: number): Promise<void> {
    const monev = JSON.stringify(jawaban);
    await this.manager.update(DupakEntity, { id: dupakId }, { monev, monevPada: new Date(pada).toISOString() });
  }

  async rows(dupakId: string): Promise<readonly DupakRow[]> {
    return (await this.manager.find(DupakRowEntity, { where: { dupakId }, order: { urut: "ASC" } })).map(toRow);
  }

  async addRow(row: DupakRow): Promise<void> {
    await this.manager.insert(DupakRowEntity, { ...row });
  }

  async changeRow(row: DupakRow, change: Parameters<SiwiStore["changeRow"]>[1]): Promise<boolean> {
    const { id, revision } = row;
    const result = await this.manager.update(DupakRowEntity, { id, revision }, { ...change, revision: revision + 1 });
    return result.affected === 1;
  }

  async removeRow({ id, revision }: Pick<DupakRow, "id" | "revision">): Promise<boolean> {
    return (await this.manager.delete(DupakRowEntity, { id, revision })).affected === 1;
  }

  async periodes(): Promise<readonly Periode[]> {
    return (await this.manager.find(PeriodeEntity, { order: { masaMulai: "ASC" } })).map(toPeriode);
  }

  async savePeriode(periode: Periode): Promise<void> {
    await this.manager.save(PeriodeEntity, { ...periode });
  }

  hasDupak(periodeId: string): Promise<boolean> {
    return this.manager.existsBy(DupakEntity, { periodeId });
  }

  async permohonanByCase(caseId: string): Promise<PermohonanNiwn | undefined> {
    const row = await this.manager.findOneBy(PermohonanNiwnEntity, { caseId });
    return row === null ? undefined : toPermohonan(row);
  }

  async permohonanByNip(nip: string): Promise<readonly PermohonanNiwn[]> {
    return (await this.manager.findBy(PermohonanNiwnEntity, { nip })).map(toPermohonan);
  }

  async permohonanByKolektif(caseId: string): Promise<readonly PermohonanNiwn[]> {
    return (await this.manager.findBy(PermohonanNiwnEntity, { kolektifCaseId: caseId })).map(toPermohonan);
  }

  async savePermohonan(permohonan: PermohonanNiwn): Promise<void> {
    const isian = JSON.stringify(permohonan.isian);
    const berkasSk = JSON.stringify(permohonan.berkasSk);
    await this.manager.save(PermohonanNiwnEntity, { ...permohonan, isian, berkasSk });
  }

  async nipWithNiwn(nips: readonly string[]): Promise<ReadonlySet<string>> {
    if (nips.length === 0) return new Set();
    const rows = await this.manager.find(NiwnEntity, {
      where: { nip: In([...nips]) },
      select: { niwn: true, nip: true },
    });
    return new Set(rows.map(({ nip }) => nip));
  }

  async niwnByNip(nip: string): Promise<NiwnTerdaftar | undefined> {
    const row = await this.manager.findOneBy(NiwnEntity, { nip });
    return row === null ? undefined : toNiwn(row);
  }

  async niwn(niwn: string): Promise<NiwnTerdaftar | undefined> {
    const row = await this.manager.findOneBy(NiwnEntity, { niwn });
    return row === null ? undefined : toNiwn(row);
  }

  async addNiwn(niwn: NiwnTerdaftar): Promise<void> {
    const { nonaktif, tanda, ...columns } = niwn;
    await this.manager.insert(NiwnEntity, { ...columns, tanda: tanda.join(","), ...nonaktifColumns(nonaktif) });
  }

  async setNonaktif(niwn: string, nonaktif: NiwnTerdaftar["nonaktif"]): Promise<void> {
    await this.manager.update(NiwnEntity, { niwn }, nonaktifColumns(nonaktif));
  }

  async perubahanByCase(caseId: string): Promise<PerubahanData | undefined> {
    return (await this.manager.findOneBy(PerubahanDataEntity, { caseId })) ?? undefined;
  }

  perubahanOf(pegawaiId: string): Promise<readonly PerubahanData[]> {
    return this.manager.findBy(PerubahanDataEntity, { pegawaiId });
  }

  async addPerubahan(perubahan: PerubahanData): Promise<void> {
    await this.manager.insert(PerubahanDataEntity, { ...perubahan });
  }

  async pengajuan(id: string): Promise<PengajuanTpp | undefined> {
    const row = await this.manager.findOneBy(PengajuanTppEntity, { id });
    return row === null ? undefined : toPengajuan(row);
  }

  async pengajuanByCase(caseId: string): Promise<PengajuanTpp | undefined> {
    const row = await this.manager.findOneBy(PengajuanTppEntity, { caseId });
    return row === null ? undefined : toPengajuan(row);
  }

  async pengajuanOf(instansiId: string, periodeId: string): Promise<readonly PengajuanTpp[]> {
    return (await this.manager.findBy(PengajuanTppEntity, { instansiId, periodeId })).map(toPengajuan);
  }

  async savePengajuan(pengajuan: PengajuanTpp): Promise<void> {
    const dupakCaseIds = JSON.stringify(pengajuan.dupakCaseIds);
    const ditinggalkan = JSON.stringify(pengajuan.ditinggalkan);
    await this.manager.save(PengajuanTppEntity, { ...pengajuan, dupakCaseIds, ditinggalkan });
  }
}

/** Columns of a table, apart from the class that maps them. */
type Columns<T> = { readonly [K in keyof T]: T[K] };

const toPeriode = (row: Columns<PeriodeEntity>): Periode => ({ ...row });

const toPermohonan = (row: Columns<PermohonanNiwnEntity>): PermohonanNiwn => ({
  ...row,
  isian: JSON.parse(row.isian) as Record<string, string>,
  berkasSk: JSON.parse(row.berkasSk) as PermohonanNiwn["berkasSk"],
});

const nonaktifColumns = (nonaktif: NiwnTerdaftar["nonaktif"]) => ({
  status: nonaktif === null ? "AKTIF" : "NONAKTIF",
  nonaktifPada: nonaktif?.pada ?? null,
  alasanNonaktif: nonaktif?.alasan ?? null,
});

const toNiwn = (row: Columns<NiwnEntity>): NiwnTerdaftar => {
  const { niwn, nip, nomor, tanda, terbit, nonaktifPada, alasanNonaktif } = row;
  return {
    niwn,
    nip,
    nomor,
    terbit,
    tanda: tanda === "" ? [] : tanda.split(","),
    nonaktif: nonaktifPada === null ? null : { pada: nonaktifPada, alasan: alasanNonaktif ?? "" },
  };
};

const toPengajuan = (row: Columns<PengajuanTppEntity>): PengajuanTpp => ({
  ...row,
  dupakCaseIds: JSON.parse(row.dupakCaseIds) as string[],
  ditinggalkan: row.ditinggalkan === null ? [] : (JSON.parse(row.ditinggalkan) as string[]),
  status: row.status as PengajuanTpp["status"],
});
