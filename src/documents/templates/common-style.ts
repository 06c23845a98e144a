/** Style of all documents, as offices write letters; a template's style.css comes after it. */
export const COMMON_STYLE = `
*{box-sizing:border-box}
html{font-family:var(--font),serif;font-size:11pt;line-height:1.3;color:#000}
body{margin:0}
p{margin:0 0 2.5mm}
table{border-collapse:collapse;width:100%}
thead{display:table-header-group}
tfoot{display:table-row-group} /* a total belongs after the last row, not on every page */
tr{break-inside:avoid}
h1,h2,h3{font-size:inherit;margin:0;text-align:center}
.kop{text-align:center;border-bottom:2.5pt solid #000;padding-bottom:1.2mm;margin-bottom:.8mm}
.kop-garis{border-top:.7pt solid #000;margin-bottom:5mm}
.kop .instansi{font-size:14pt;font-weight:700}
.kop .unit{font-size:12.5pt;font-weight:700}
.kop .alamat{font-size:9pt}
.perbaikan{border:.6pt solid #000;padding:1mm 2mm;margin-bottom:3mm;font-size:9pt}
.judul{text-align:center;font-weight:700;margin-bottom:4mm}
.judul .nomor{font-weight:400}
.identitas{margin-bottom:4mm}
.identitas td{border:0;padding:.4mm 0;vertical-align:top}
.identitas td:nth-child(1){width:7mm}
.identitas td:nth-child(2){width:56mm}
.identitas td:nth-child(3){width:4mm}
.baris{font-size:9.5pt;margin:0 .3mm 4mm;width:calc(100% - .6mm)} /* the outer border is drawn half outside */
.baris th,.baris td{overflow-wrap:break-word;border:.6pt solid #000;padding:.8mm 1.4mm;vertical-align:top}
.baris th{text-align:center;vertical-align:middle;font-weight:700}
.baris .kolom th{font-weight:400;font-size:8pt;padding:.2mm}
.baris .angka{text-align:right;white-space:nowrap}
.baris .tengah{text-align:center}
.baris .kelompok td{font-weight:700;background:#eee}
.baris .jumlah td{font-weight:700}
.baris .jumlah{break-before:avoid}
.baris .kelompok{break-after:avoid}
.baris .total{break-after:avoid}
.penutup{break-inside:avoid}
tr.penutup{break-before:avoid} /* last row of a table: a signature takes the rows before it with it and never stands alone on a page */
tr.penutup>td{border:0;padding:4mm 0 0;font-size:11pt}
.tanda-tangan{width:78mm;margin-left:auto;margin-top:6mm;break-inside:avoid}
.tanda-tangan .ruang{height:20mm}
.tanda-tangan .nama{font-weight:700;text-decoration:underline}
.kaki{display:inline-flex;width:100%;justify-content:space-between;align-items:flex-end;gap:8mm} /* inline: a line is never split between pages */
.kaki-blok{margin-top:6mm;break-inside:avoid;break-before:avoid}
.kaki .tanda-tangan{margin-top:0;flex:none}
.verifikasi{display:flex;flex:1 1 0;min-width:0;gap:3mm;align-items:center;font-size:8pt;max-width:84mm}
.verifikasi div{min-width:0;overflow-wrap:anywhere}
.verifikasi svg{width:22mm;height:22mm;flex:none}
.tembusan{margin-top:5mm;font-size:10pt;break-inside:avoid}
.tembusan ol{margin:0;padding-left:6mm}
`;
