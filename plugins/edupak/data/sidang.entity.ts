import { Entity, Index } from "typeorm";
import { PutusanSidangColumns, SidangColumns } from "../../penilaian/plugin.js";

/** Sessions of the team. */
@Entity("edupak_sidang")
@Index("ux_edupak_sidang_case", ["caseId"], { unique: true })
export class SidangEntity extends SidangColumns {}

/** Decisions of its sessions. */
@Entity("edupak_putusan_sidang")
@Index("ix_edupak_putusan_sidang", ["sidangId"])
export class PutusanSidangEntity extends PutusanSidangColumns {}
