import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** One employee, as last synchronised or entered. Dates are ISO dates. */
@Entity("kepegawaian_pegawai")
@Index("ux_pegawai_nip", ["nip"], { unique: true })
@Index("ix_pegawai_instansi", ["instansiId"])
export class PegawaiEntity {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column("varchar", { length: 18 })
  nip!: string;
  @Column("varchar", { length: 32, nullable: true })
  gelarDepan!: string | null;
  @Column("varchar", { length: 120 })
  nama!: string;
  @Column("varchar", { length: 64, nullable: true })
  gelarBelakang!: string | null;
  @Column("varchar", { length: 64 })
  tempatLahir!: string;
  @Column("varchar", { length: 10 })
  tanggalLahir!: string;
  @Column("varchar", { length: 1 })
  jenisKelamin!: string;
  @Column("varchar", { length: 16 })
  noKarpeg!: string;
  @Column("varchar", { length: 200 })
  pendidikan!: string;
  @Column("varchar", { length: 4, nullable: true })
  pendidikanDiperhitungkan!: string | null;
  @Column("varchar", { length: 5 })
  golongan!: string;
  @Column("varchar", { length: 10 })
  tmtGolongan!: string;
  @Column("varchar", { length: 200 })
  jabatan!: string;
  @Column("varchar", { length: 16, nullable: true })
  jenjang!: string | null;
  @Column("varchar", { length: 10 })
  tmtJabatan!: string;
  @Column("varchar", { length: 36 })
  instansiId!: string;
  @Column("varchar", { length: 36 })
  unitKerjaId!: string;
  @Column("varchar", { length: 120, nullable: true })
  surel!: string | null;
  @Column("boolean")
  aktif!: boolean;
}
