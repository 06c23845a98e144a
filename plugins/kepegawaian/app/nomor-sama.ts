/** Whether two official numbers are one: SIASN keeps them as they were typed. */
export const nomorSama = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();
