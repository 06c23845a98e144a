import type { EntityManager } from "typeorm";
import { type Ak, bacaAk } from "../domain/ak.js";
import type { AturanKonvensional } from "../domain/aturan-konvensional.js";
import { AturanEntity } from "./aturan.entity.js";
import { ButirKegiatanEntity } from "./butir-kegiatan.entity.js";
import { BUTIR_WIDYAISWARA } from "./butir-widyaiswara.js";

const PERATURAN = "PermenPANRB 22/2014";
const MULAI = "2015-01-01"; // first full year; the annex with the exact day was not readable
const STATUS = "TERKONFIRMASI_SEKUNDER";

/** Reference data that every installation needs; writes what is absent and leaves what an administrator changed. */
export const seedReference = async (manager: EntityManager): Promise<void> => {
  const present = new Set((await manager.find(ButirKegiatanEntity, { select: { id: true } })).map(({ id }) => id));
  const rows = butirRows().filter(({ id }) => !present.has(id));
  if (rows.length > 0) {
    await manager.createQueryBuilder().insert().into(ButirKegiatanEntity).values(rows).updateEntity(false).execute();
  }
  const id = "konvensional:WIDYAISWARA:1";
  if (!(await manager.existsBy(AturanEntity, { id }))) {
    await manager.insert(AturanEntity, {
      id,
      jenis: "konvensional:WIDYAISWARA",
      nilai: JSON.stringify(aturan),
      sumber: aturan.sumber,
      status: STATUS,
      berlakuMulai: MULAI,
      berlakuSampai: null,
    });
  }
};

const butirRows = (): ButirKegiatanEntity[] =>
  BUTIR_WIDYAISWARA.map(([uraian, credit, satuan, unsur, extra = {}], index) => ({
    id: `WIDYAISWARA:22-2014:${index + 1}`,
    jenisJabatan: "WIDYAISWARA",
    kode: String(index + 1),
    uraian,
    ak: bacaAk(credit),
    satuan,
    unsur,
    jenjang: extra.jenjang ?? null,
    tunggal: extra.tunggal ?? null,
    maksimum: extra.maksimum === undefined ? null : extra.maksimum * 100,
    pendidikan: extra.pendidikan ?? null,
    berbagiPenulis: extra.penulis ?? false,
    peraturan: PERATURAN,
    pasal: "Lampiran I",
    status: STATUS,
    berlakuMulai: MULAI,
    berlakuSampai: null,
  }));

const credit = (text: string): Ak => bacaAk(text);

/** Domain note 2.4; the 20 % and the authors' shares are rules shared with other functional positions. */
const aturan: AturanKonvensional = {
  sumber: "PermenPANRB 22/2014; PermenPANRB 33/2014 Pasal 15 (pembagian penulis); AKK konvensional menurut golongan",
  persenSatuDiAtas: 80,
  persenSatuDiBawah: 100,
  persenPenunjangMaks: 20,
  pembagianPenulis: { "2": [60, 40], "3": [50, 25, 25], "4": [40, 20, 20, 20] },
  akIjazah: { S1: credit("100"), S2: credit("150"), S3: credit("200") },
  akk: {
    "II/b": credit("40"),
    "II/c": credit("60"),
    "II/d": credit("80"),
    "III/a": credit("100"),
    "III/b": credit("150"),
    "III/c": credit("200"),
    "III/d": credit("300"),
    "IV/a": credit("400"),
    "IV/b": credit("550"),
    "IV/c": credit("700"),
    "IV/d": credit("850"),
    "IV/e": credit("1050"),
  },
};
