import { Column, Entity, PrimaryColumn } from "typeorm";
import { jsonColumn } from "../../../src/plugin-api/index.js";
import type { UsulanAcuan } from "../domain/usulan-acuan.js";

/** A proposed change of reference data, by its case file. */
@Entity("ak_usulan_acuan")
export class UsulanAcuanEntity {
  @PrimaryColumn("varchar", { length: 36 })
  caseId!: string;
  @Column(jsonColumn)
  usulan!: UsulanAcuan;
}
