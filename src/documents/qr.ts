import { toString } from "qrcode";

/** A QR code as inline SVG; black on white, sized by the style. */
export const qrSvg = (text: string): Promise<string> =>
  toString(text, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
