import { jumlahAk, tulisAk } from "../../angka-kredit/plugin.js";
import { absent, namaMasa, tanggalWib } from "../../kepegawaian/plugin.js";
import { barisCetak } from "./baris-cetak.js";
import type { EdupakDeps } from "./edupak-deps.js";
import { pejabatDari } from "./jfk.js";
import { inventarisasiContext } from "./kegiatan-context.js";
import { byUnsur } from "./kegiatan-view.js";

/** Prints an approved month; each approved version once. Source: domain note 3.4, 1.5.3 no. 6. */
export const printInventarisasi = async (deps: EdupakDeps, caseId: string, signal: AbortSignal): Promise<string> => {
  const { data, title, version } = await deps.db.read(async (tx) => {
    const { inventarisasi, rows } = await inventarisasiContext(deps, tx, caseId);
    const { bulan, perorangan, atasanId, kirimKe } = inventarisasi;
    const superior = atasanId === null ? undefined : await deps.users.find(tx, atasanId);
    const personId = superior?.personId ?? null;
    const pegawai = personId === null ? undefined : await deps.people(tx).pegawai(personId);
    if (pegawai === undefined) throw absent("superior of inventarisasi", caseId);
    const { jabatan, nama, nip } = await pejabatDari(deps, tx, pegawai);
    return {
      version: kirimKe,
      title: `Inventarisasi ${namaMasa({ masaMulai: bulan, masaSelesai: bulan })}`,
      data: {
        tahun: Number(bulan.slice(0, 4)),
        bulan: Number(bulan.slice(5, 7)),
        pegawai: { nama: perorangan.nama, nip: perorangan.nip },
        baris: byUnsur(rows).map(barisCetak),
        jumlah: tulisAk(jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit))),
        mengetahui: { jabatan, nama, nip },
        penetapan: { tempat: perorangan.kota, tanggal: tanggalWib(deps.clock.now()) },
      },
    };
  });
  const printed = await deps.documents.print(
    {
      caseId,
      template: "edupak/inventarisasi",
      title,
      data,
      key: `edupak:inventarisasi:${caseId}:${version}`,
      issuedBy: "system:print-inventarisasi",
    },
    signal,
  );
  return printed.id;
};
