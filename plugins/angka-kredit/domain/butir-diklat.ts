import type { ButirKegiatan } from "./butir.js";

/**
 * The activity that a course of so many hours counts as; undefined below the shortest (an Analis needs 10 hours).
 * Source: Perka BKN 7/2015; domain note 2.6.
 */
export const butirDiklat = (butir: readonly ButirKegiatan[], jam: number): ButirKegiatan | undefined =>
  butir.find(
    ({ jamMinimal, jamMaksimal }) =>
      jamMinimal !== null && jam >= jamMinimal && (jamMaksimal === null || jam <= jamMaksimal),
  );
