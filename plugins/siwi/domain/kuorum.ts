/** Least number of members present. */
const LEAST = 3;

/** A session decides with an odd number of members present, three or more. Source: domain note 3.7 (odd quorum). */
export const kuorumTercapai = (hadir: number): boolean => hadir >= LEAST && hadir % 2 === 1;
