/** The server's words without the name of the field, which stands beside it already. */
export const pesanGalat = ({ pesan, bidang }: { readonly pesan: string; readonly bidang?: string }): string => {
  const text = bidang !== undefined && pesan.startsWith(`${bidang}: `) ? pesan.slice(bidang.length + 2) : pesan;
  return text.charAt(0).toUpperCase() + text.slice(1);
};
