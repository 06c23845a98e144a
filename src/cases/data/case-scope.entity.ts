import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A scope that a case file belongs to. */
@Entity("case_scope")
@Index("ix_case_scope_scope", ["scopeType", "scopeId"]) // case files of one agency
export class CaseScopeEntity {
  @PrimaryColumn("varchar", { name: "case_id", length: 36 })
  caseId!: string;
  @PrimaryColumn("varchar", { name: "scope_type", length: 64 })
  scopeType!: string;
  @Column("varchar", { name: "scope_id", length: 64 })
  scopeId!: string;
}
