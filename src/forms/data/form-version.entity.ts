import { Column, Entity, PrimaryColumn } from "typeorm";
import { instantColumn, jsonColumn } from "../../platform/db/index.js";

/** A published form; rows are added, never changed. */
@Entity({ name: "form_version" })
export class FormVersionRow {
  @PrimaryColumn({ name: "form_key", type: "varchar", length: 150 })
  formKey!: string;

  @PrimaryColumn({ type: "int" })
  version!: number;

  @Column({ type: "varchar", length: 64 })
  hash!: string;

  @Column({ ...instantColumn, name: "published_at" })
  publishedAt!: number;

  @Column(jsonColumn)
  schema!: unknown;
}
