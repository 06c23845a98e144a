import { type EntityManager, IsNull } from "typeorm";
import type { AcuanStore, VersiAcuan } from "../app/acuan-deps.js";
import { ak, bacaAk, tulisAk } from "../domain/ak.js";
import { BUTIR, bacaKunciButir } from "../domain/jenis-butir.js";
import type { UsulanAcuan } from "../domain/usulan-acuan.js";
import { AcuanEntity } from "./acuan.entity.js";
import { ButirKegiatanEntity } from "./butir-kegiatan.entity.js";
import { UsulanAcuanEntity } from "./usulan-acuan.entity.js";

/** Reference data and the changes proposed to them. Bound to one unit of work: make a new one for each. */
export class AcuanStoreRepository implements AcuanStore {
  constructor(private readonly manager: EntityManager) {}

  async usulan(caseId: string): Promise<UsulanAcuan | undefined> {
    return (await this.manager.findOneBy(UsulanAcuanEntity, { caseId }))?.usulan;
  }

  async simpanUsulan(caseId: string, usulan: UsulanAcuan): Promise<void> {
    await this.manager.save(UsulanAcuanEntity, { caseId, usulan });
  }

  async versi(jenis: string, kunci: string): Promise<readonly VersiAcuan[]> {
    const order = { order: { berlakuMulai: "ASC" } } as const;
    const butir = jenis === BUTIR ? bacaKunciButir(kunci) : undefined;
    if (butir !== undefined) {
      return (await this.manager.find(ButirKegiatanEntity, { where: butir, ...order })).map(versiButir);
    }
    return this.manager.find(AcuanEntity, { where: { jenis, kunci }, ...order });
  }

  async tutup(jenis: string, id: string, sampai: string): Promise<boolean> {
    const entity = jenis === BUTIR ? ButirKegiatanEntity : AcuanEntity;
    const { affected } = await this.manager.update(entity, { id, berlakuSampai: IsNull() }, { berlakuSampai: sampai });
    return affected === 1;
  }

  async tambah(usulan: UsulanAcuan): Promise<void> {
    if (usulan.jenis === BUTIR) await this.#tambahButir(usulan);
    else {
      const { alasan: _, nilai, ...row } = usulan;
      const id = `${row.jenis}:${row.kunci}:${row.berlakuMulai}`;
      await this.manager.insert(AcuanEntity, { ...row, id, nilai: { ...nilai } as never });
    }
  }

  /** What a change does not state (level, limit, authors) stays as in the latest version. */
  async #tambahButir({ kunci, nilai, ...rest }: UsulanAcuan): Promise<void> {
    const where = bacaKunciButir(kunci);
    if (where === undefined) throw new Error(`Expected an activity such as 'WIDYAISWARA:4', but got '${kunci}'`);
    const [latest] = await this.manager.find(ButirKegiatanEntity, { where, order: { berlakuMulai: "DESC" }, take: 1 });
    const field = (name: string): string => {
      const value = nilai[name];
      if (typeof value !== "string") throw new Error(`Expected '${name}' of the activity '${kunci}', but it is absent`);
      return value;
    };
    await this.manager.insert(ButirKegiatanEntity, {
      jenjang: latest?.jenjang ?? null,
      tunggal: latest?.tunggal ?? null,
      maksimum: latest?.maksimum ?? null,
      pendidikan: latest?.pendidikan ?? null,
      berbagiPenulis: latest?.berbagiPenulis ?? false,
      jamMinimal: latest?.jamMinimal ?? null,
      jamMaksimal: latest?.jamMaksimal ?? null,
      ...where,
      id: `${where.jenisJabatan}:${where.kode}:${rest.berlakuMulai}`,
      ak: bacaAk(field("ak")),
      uraian: field("uraian"),
      satuan: field("satuan"),
      unsur: field("unsur"),
      peraturan: rest.peraturan,
      pasal: rest.pasal ?? "",
      status: rest.status,
      berlakuMulai: rest.berlakuMulai,
      berlakuSampai: rest.berlakuSampai,
    });
  }
}

const versiButir = (row: ButirKegiatanEntity): VersiAcuan => ({
  id: row.id,
  berlakuMulai: row.berlakuMulai,
  berlakuSampai: row.berlakuSampai,
  nilai: { ak: tulisAk(ak(row.ak)), uraian: row.uraian, satuan: row.satuan, unsur: row.unsur },
});
