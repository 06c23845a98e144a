/** The time of this device, epoch milliseconds. */
export const now = (): number => new Date().getTime();
