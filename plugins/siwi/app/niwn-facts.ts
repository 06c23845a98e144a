import type { CaseFact } from "../../../src/plugin-api/index.js";
import { JENJANG, namaJenjang } from "../../angka-kredit/plugin.js";
import { tulisNip, tulisTanggal } from "../../kepegawaian/plugin.js";
import type { PermohonanNiwn } from "./siwi-store.js";

const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });

/** What a request says of its person, as people write it: compared with the SK by whoever checks, and by the person. */
export const personFacts = ({ nip, isian }: Pick<PermohonanNiwn, "nip" | "isian">): readonly CaseFact[] => {
  const text = (key: string): string => isian[key] ?? "";
  const day = (key: string): string => (text(key) === "" ? "" : tulisTanggal(text(key)));
  const since = (key: string): string => (day(key) === "" ? "" : `, TMT ${day(key)}`);
  const jenjang = JENJANG.find((each) => each === text("jenjang"));
  const nama = [text("gelarDepan"), text("nama")].filter(Boolean).join(" ");
  return [
    fact("NIP", "Employee number", tulisNip(nip)),
    fact("Nama", "Name", [nama, text("gelarBelakang")].filter(Boolean).join(", ")),
    fact("Tempat, tanggal lahir", "Born", [text("tempatLahir"), day("tanggalLahir")].filter(Boolean).join(", ")),
    fact("Pendidikan", "Education", text("pendidikan")),
    fact("Golongan ruang", "Grade", `${text("golongan")}${since("tmtGolongan")}`),
    fact("Jenjang", "Level", `${jenjang === undefined ? "" : namaJenjang(jenjang)}${since("tmtJabatan")}`),
    fact("Unit kerja", "Unit", text("unitKerja")),
    fact(
      "Nomor dan tanggal SK",
      "Number and date of the SK",
      [text("nomorSk"), day("tanggalSk")].filter(Boolean).join(", "),
    ),
  ].filter(({ value }) => value !== "");
};
