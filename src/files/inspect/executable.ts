/** Endings of what Windows, macOS, Linux or Android run at a double click, and of office files with macros. */
const ENDINGS = new Set(
  (
    "app apk appx bat bin chm cmd com cpl csh dll dmg docm dotm elf exe gadget hta inf ins iso jar js jse ksh lnk " +
    "mjs msc msi msp mst pif pl potm ppam ppsm pptm ps1 ps2 psc1 psm1 py pyc pyw rb reg scf scr sct sh shb sys url vb vbe vbs vxd ws wsc " +
    "wsf wsh xlam xlsm xltm"
  ).split(" "),
);

const MAGIC: readonly (readonly number[])[] = [
  [0x4d, 0x5a], // MZ: Windows programs and libraries
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xfe, 0xed, 0xfa, 0xce], // Mach-O, 32 bit
  [0xfe, 0xed, 0xfa, 0xcf], // Mach-O, 64 bit
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // Mach-O for several processors, Java classes
  [0x23, 0x21], // #! scripts
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // Windows shortcuts
  [0x64, 0x65, 0x78, 0x0a], // Android dex
];

/** True when the name has the ending of a program, script or macro file; `laporan.pdf.exe` ends in exe. */
export const hasExecutableName = (name: string): boolean => {
  const ending = /\.([a-z0-9]+)[\s.]*$/iu.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && (ENDINGS.has(ending) || name.toLowerCase().endsWith("vbaproject.bin"));
};

/** True when the first bytes are those of a program or script, whatever the name says. */
export const hasExecutableStart = (head: Buffer): boolean =>
  MAGIC.some((magic) => head.length >= magic.length && magic.every((byte, index) => head[index] === byte));
