import type { TaskHandler, TaskRequest, UnitOfWork } from "../../../../src/plugin-api/index.js";
import { forbid, tanggalWib, textOf, ticked } from "../../../kepegawaian/plugin.js";
import { berkasOfCase } from "./berkas-of-case.js";
import { kembalikan } from "./kembalikan.js";
import type { KonversiDeps } from "./konversi-deps.js";
import { penetapDari } from "./penetap-dari.js";

/** The official determines all rows of an upload at once, or gives it back. Source: Peraturan BKN 3/2023 Pasal 12; domain note 2.3.6. */
export const tetapkanMassal = (deps: KonversiDeps): TaskHandler => ({
  processId: "konversi-massal",
  elementId: "DetermineBatch",
  sheet: "baris",

  async open(tx, { caseFile }) {
    const { SAH, BERMASALAH } = await deps.store(tx).hitungBaris(caseFile.id);
    return {
      data: { terbitkanPak: true },
      facts: [
        { label: { id: "Konversi yang ditetapkan", en: "Conversions to be determined" }, value: String(SAH) },
        { label: { id: "Baris yang ditinggalkan", en: "Rows left out" }, value: String(BERMASALAH) },
      ],
    };
  },

  async complete(tx, request) {
    return textOf(request.data, "keputusan") === "TETAPKAN"
      ? determine(deps, tx, request)
      : kembalikan(deps, tx, request, {
          judul: { id: "Konversi massal dikembalikan", en: "Upload returned" },
          kisah: { id: "mengembalikan konversi massal", en: "returned the upload" },
        });
  },
});

type Completion = TaskRequest & { readonly data: Readonly<Record<string, unknown>> };

const determine = async (deps: KonversiDeps, tx: UnitOfWork, { caseFile, actor, data }: Completion) => {
  const berkas = await berkasOfCase(deps, tx, caseFile.id);
  const penetap = await penetapDari(deps, tx, actor);
  await requireNotOwn(deps, tx, caseFile.id, penetap.nip);
  const terbitkanPak = ticked(data, "terbitkanPak");
  const tanggal = tanggalWib(deps.clock.now());
  await deps.store(tx).saveBerkas({ ...berkas, penetap, tanggal, terbitkanPak });
  await deps.cases.setStatus(tx, caseFile, "DIPROSES");
  const { SAH } = await deps.store(tx).hitungBaris(caseFile.id);
  return {
    variables: { keputusan: "TETAPKAN", terbitkanPak },
    action: "konversi.determined",
    story: { id: `menetapkan konversi ${SAH} baris predikat`, en: `determined the conversion of ${SAH} rows` },
  };
};

/** Nobody determines credit of one's own, not even within a batch. */
const requireNotOwn = async (deps: KonversiDeps, tx: UnitOfWork, caseId: string, nip: string | null): Promise<void> => {
  if (nip === null) return;
  const { rows } = await deps.store(tx).halamanBaris(caseId, { offset: 0, limit: 50, search: nip });
  const own = rows.find(({ periode, status }) => status === "SAH" && periode?.nip === nip);
  if (own === undefined) return;
  throw forbid(
    `Baris ${own.baris} memuat predikat Anda sendiri; penetapan harus oleh pejabat lain, atau kembalikan agar baris itu dikeluarkan`,
    `Row ${own.baris} holds a grade of your own; someone else must determine it`,
  );
};
