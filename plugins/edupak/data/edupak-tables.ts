import { AddCatatanPenilai1764002004001 } from "./add-catatan-penilai-1764002004001.migration.js";
import { AkunEntity } from "./akun.entity.js";
import { CreateEdupak1764000700003 } from "./create-edupak-1764000700003.migration.js";
import { CreateRekap1764000700004 } from "./create-rekap-1764000700004.migration.js";
import { DropKodeAktivasi1764002009001 } from "./drop-kode-aktivasi-1764002009001.migration.js";
import { DupakEntity } from "./dupak.entity.js";
import { InventarisasiEntity } from "./inventarisasi.entity.js";
import { KegiatanEntity } from "./kegiatan.entity.js";
import { PengaturanAtasanEntity } from "./pengaturan-atasan.entity.js";
import { RekapEntity } from "./rekap.entity.js";
import { SaldoEntity } from "./saldo.entity.js";
import { PutusanSidangEntity, SidangEntity } from "./sidang.entity.js";

/** Tables of the app. */
export const edupakEntities = [
  PengaturanAtasanEntity,
  SaldoEntity,
  AkunEntity,
  InventarisasiEntity,
  KegiatanEntity,
  DupakEntity,
  SidangEntity,
  PutusanSidangEntity,
  RekapEntity,
];
export const edupakMigrations = [
  CreateEdupak1764000700003,
  CreateRekap1764000700004,
  AddCatatanPenilai1764002004001,
  DropKodeAktivasi1764002009001,
];
