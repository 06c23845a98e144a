import { Column, Entity, Index } from "typeorm";
import { PutusanSidangColumns, SidangColumns } from "../../penilaian/plugin.js";

/** Sessions of TPP. */
@Entity("siwi_sidang")
@Index("ux_siwi_sidang_case", ["caseId"], { unique: true })
export class SidangEntity extends SidangColumns {
  @Column("varchar", { length: 36 })
  periodeId!: string;
}

/** Decisions of its sessions. */
@Entity("siwi_putusan_sidang")
@Index("ix_siwi_putusan_sidang", ["sidangId"])
export class PutusanSidangEntity extends PutusanSidangColumns {}
