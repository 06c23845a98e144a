import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instantColumn } from "../../platform/db/index.js";

/** A document that was printed; rows are added, never changed. */
@Entity({ name: "printed_document" })
@Index("ux_printed_document_print_key", ["printKey"], { unique: true })
@Index("ix_printed_document_case", ["caseId", "issuedAt", "id"])
@Index("ix_printed_document_sha256", ["sha256"])
@Index("ux_printed_document_corrects", ["corrects"], { unique: true })
export class PrintedDocumentRow {
  @PrimaryColumn({ type: "varchar", length: 36 })
  id!: string;

  @Column({ name: "case_id", type: "varchar", length: 36 })
  caseId!: string;

  @Column({ type: "varchar", length: 150 })
  template!: string;

  @Column({ name: "template_version", type: "varchar", length: 64 })
  templateVersion!: string;

  @Column({ type: "varchar", length: 255 })
  title!: string;

  @Column({ type: "varchar", length: 255, nullable: true })
  number!: string | null;

  @Column({ name: "file_id", type: "varchar", length: 36 })
  fileId!: string;

  @Column({ type: "varchar", length: 64 })
  sha256!: string;

  @Column({ ...instantColumn, name: "issued_at" })
  issuedAt!: number;

  @Column({ name: "issued_by", type: "varchar", length: 100 })
  issuedBy!: string;

  @Column({ type: "varchar", length: 36, nullable: true })
  corrects!: string | null;

  @Column({ name: "print_key", type: "varchar", length: 150 })
  printKey!: string;
}
