/** Ketua, wakil, sekretaris and four members at least; an odd number. Source: domain note 2.6. */
const LEAST_MEMBERS = 7;

export const KEDUDUKAN = ["KETUA", "WAKIL", "SEKRETARIS", "ANGGOTA"] as const;
export type Kedudukan = (typeof KEDUDUKAN)[number];

/** Whether the team is made up as the rule asks: odd, seven or more. */
export const susunanTimSah = (jumlah: number): boolean => jumlah >= LEAST_MEMBERS && jumlah % 2 === 1;

/** A session decides with more than half of the team, an odd number. Source: domain note 3.7 (odd quorum); the half is this project's. */
export const kuorumTercapai = (hadir: number, jumlah: number): boolean => hadir % 2 === 1 && hadir * 2 > jumlah;
