import { useMemo } from "react";

interface SendOnce {
  /** Whether sending may begin; false from the first true on, until it failed. */
  readonly begin: () => boolean;
  readonly failed: () => void;
}

/**
 * What is sent is sent once, however quickly a button is pressed again. A mutation's own state is too late for that: it is
 * known after the next drawing, and a success is over before the next page is there.
 */
export const useSendOnce = (): SendOnce =>
  useMemo(() => {
    let isUnderWay = false;
    return {
      begin: () => {
        if (isUnderWay) return false;
        isUnderWay = true;
        return true;
      },
      failed: () => {
        isUnderWay = false;
      },
    };
  }, []);
