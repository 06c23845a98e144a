import { Column, Entity, PrimaryColumn } from "typeorm";

/** An official number that was taken for a document; the key makes it one for each. */
@Entity("siwi_nomor")
export class NomorEntity {
  /** `<template>:<case file>`. */
  @PrimaryColumn("varchar", { length: 64 })
  id!: string;
  @Column("varchar", { length: 64 })
  nomor!: string;
}
