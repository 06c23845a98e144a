import type { PeopleDirectory } from "../../../src/plugin-api/index.js";
import { keadaanSapk } from "../app/keadaan-sapk.js";
import { namaLengkap } from "../domain/nama.js";
import { tulisNip } from "../domain/nip.js";
import { KepegawaianRepository, type UnitDalamInstansi } from "./kepegawaian.repository.js";
import { SapkRepository } from "./sapk.repository.js";

const OFFERED = 50;

/** Units of many instansi are named alike. */
const namaUnit = ({ nama, instansi }: UnitDalamInstansi): string => `${nama}, ${instansi}`;

/** Names of bodies for scopes, and the lines of a person's profile page. */
export const peopleDirectory: PeopleDirectory = {
  async describeScopes(tx, scopeType, ids) {
    const repository = new KepegawaianRepository(tx.manager);
    if (scopeType === "unit") {
      return new Map((await repository.unitDalamInstansi(ids)).map((unit) => [unit.id, namaUnit(unit)]));
    }
    if (scopeType !== "instansi") return new Map();
    const found = await repository.instansiByIds(ids);
    return new Map(found.map(({ id, nama }) => [id, nama]));
  },

  async searchScopes(tx, scopeType, text) {
    const repository = new KepegawaianRepository(tx.manager);
    if (scopeType === "unit") {
      return (await repository.searchUnitKerja(text, OFFERED)).map((unit) => ({ id: unit.id, name: namaUnit(unit) }));
    }
    if (scopeType !== "instansi") return [];
    return (await repository.searchInstansi(text, OFFERED)).map(({ id, nama }) => ({ id, name: nama }));
  },

  async accountCheck(tx, { username, personId }) {
    const repository = new KepegawaianRepository(tx.manager);
    const pegawai =
      personId === null ? await repository.pegawaiByNip(username.trim()) : await repository.pegawai(personId);
    if (pegawai === undefined) return undefined;
    const { penolakan, perbedaan } = await keadaanSapk(new SapkRepository(tx.manager), pegawai);
    return { refusal: penolakan, notes: perbedaan };
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
