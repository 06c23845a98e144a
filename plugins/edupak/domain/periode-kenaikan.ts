/**
 * First promotion for which a PAK of this day still counts: issued by January for 1 April, by July for 1 October.
 * Source: domain note 2.4 (AK-TIMPENILAI).
 */
export const tmtKenaikan = (tanggalPak: string): string => {
  const [year = 0, month = 0] = tanggalPak.split("-").map(Number);
  if (month === 1) return `${year}-04-01`;
  return month <= 7 ? `${year}-10-01` : `${year + 1}-04-01`;
};
