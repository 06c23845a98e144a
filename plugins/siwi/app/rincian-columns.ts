import { type Localised, type SheetColumn, sheetColumn as read } from "../../../src/plugin-api/index.js";
import { PILIHAN_PENULIS } from "../../penilaian/plugin.js";
import type { Dupak } from "../domain/dupak.js";
import { kolomNilai, type Tim } from "../domain/penilaian.js";
import type { RincianRights } from "./rincian-rights.js";

const label = (id: string, en: string): Localised => ({ id, en });

/** Columns of the rows as this reader sees them. */
export const rincianColumns = (rights: RincianRights, dupak: Dupak): readonly SheetColumn[] => {
  const editable = rights.edit !== null;
  const seesTpi = rights.seesTpi || rights.score === "TPI";
  const write = (
    key: string,
    text: Localised,
    kind: SheetColumn["kind"],
    required: boolean,
    more: Partial<SheetColumn> = {},
  ) => read(key, text, kind, { editable, required, ...more });
  return [
    write("kode", label("Kode kegiatan", "Activity code"), "search", true, { summary: true }),
    read("butir", label("Butir kegiatan", "Activity"), "text"),
    write("uraian", label("Uraian kegiatan", "Description"), "longtext", true, { summary: true }),
    write("tanggalMulai", label("Tanggal mulai", "From"), "date", true),
    write("tanggalSelesai", label("Tanggal selesai", "To"), "date", false),
    write("tempat", label("Tempat", "Place"), "text", false),
    write("volume", label("Volume", "Volume"), "decimal", true, { scale: 2, unitIn: "satuan" }),
    read("satuan", label("Satuan", "Unit"), "text"),
    write("penulis", label("Peran penulis", "Role of author"), "choice", false, {
      choices: PILIHAN_PENULIS,
      help: label("Hanya untuk karya tulis dengan beberapa penulis", "Only for works of several authors"),
    }),
    read("akSatuan", label("AK satuan", "Credit per unit"), "decimal", { scale: 3 }),
    read("akUsul", label("AK usul", "Proposed credit"), "decimal", { scale: 3, summary: true }),
    read("bukti", label("Bukti fisik", "Evidence"), "files", { editable }),
    ...(seesTpi ? scoreColumns("TPI", rights.score === "TPI", seesTpi) : []),
    ...(rights.seesTpp || rights.score === "TPP" ? scoreColumns("TPP", rights.score === "TPP", seesTpi) : []),
    ...(dupak.bagianManual ? [read("sumber", label("Asal", "Origin"), "text")] : []),
  ];
};

const scoreColumns = (tim: Tim, editable: boolean, seesTpi: boolean): readonly SheetColumn[] => {
  const { nilai, keterangan } = kolomNilai(tim);
  return [
    read(nilai, label(`Nilai ${tim}`, `Score ${tim}`), "decimal", {
      editable,
      required: editable,
      scale: 3,
      summary: true,
      comparedTo: tim === "TPI" || !seesTpi ? "akUsul" : kolomNilai("TPI").nilai,
    }),
    read(keterangan, label(`Keterangan ${tim}`, `Reason ${tim}`), "longtext", { editable }),
  ];
};
