import type { PeopleDirectory } from "../../../src/plugin-api/index.js";
import { namaLengkap } from "../domain/nama.js";
import { tulisNip } from "../domain/nip.js";
import { KepegawaianRepository } from "./kepegawaian.repository.js";

const OFFERED = 50;

/** Names of bodies for scopes, and the lines of a person's profile page. */
export const peopleDirectory: PeopleDirectory = {
  async describeScopes(tx, scopeType, ids) {
    const repository = new KepegawaianRepository(tx.manager);
    if (scopeType === "unit") return new Map((await repository.unitKerjaByIds(ids)).map(({ id, nama }) => [id, nama]));
    if (scopeType !== "instansi") return new Map();
    const found = await repository.instansiByIds(ids);
    return new Map(found.map(({ id, nama }) => [id, nama]));
  },

  async searchScopes(tx, scopeType, text) {
    if (scopeType !== "instansi") return [];
    const found = await new KepegawaianRepository(tx.manager).searchInstansi(text, OFFERED);
    return found.map(({ id, nama }) => ({ id, name: nama }));
  },

  async profile(tx, personId) {
    const repository = new KepegawaianRepository(tx.manager);
    const pegawai = await repository.pegawai(personId);
    if (pegawai === undefined) return [];
    const instansi = await repository.instansi(pegawai.instansiId);
    const unit = await repository.unitKerja(pegawai.unitKerjaId);
    const line = (id: string, en: string, value: string) => ({ label: { id, en }, value });
    return [
      line("Nama", "Name", namaLengkap(pegawai)),
      line("NIP", "Employee number", tulisNip(pegawai.nip)),
      line("Golongan ruang", "Grade", pegawai.golongan),
      line("Jabatan", "Position", pegawai.jabatan),
      line("Unit kerja", "Unit", unit?.nama ?? "-"),
      line("Instansi", "Agency", instansi?.nama ?? "-"),
    ];
  },
};
