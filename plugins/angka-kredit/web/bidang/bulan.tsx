import type { ReactElement } from "react";
import { namaBulan } from "../tulis.js";
import { useTeks } from "../use-teks.js";
import { BidangPilihan } from "./pilihan.js";

const BULAN = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** One of the twelve months. */
export function BidangBulan({ nama, label }: { readonly nama: string; readonly label: string }): ReactElement {
  const { bahasa } = useTeks();
  return (
    <BidangPilihan nama={nama} label={label} pilihan={BULAN} sebut={(bulan) => namaBulan(Number(bulan), bahasa)} />
  );
}
