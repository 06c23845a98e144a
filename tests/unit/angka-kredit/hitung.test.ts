import { describe, expect, it } from "@jest/globals";
import { galat, hasil, hitung, runHitung } from "../../support/hitung.js";

describe("the command", () => {
  it("should answer one request by one answer and a list by a list, each for itself", async () => {
    const one = { perhitungan: "pendidikan", jenjang: "AHLI_MUDA", sudahDiperhitungkan: false };
    expect(await hitung(one)).toMatchObject({ perhitungan: "pendidikan", hasil: { angkaKredit: "25.000" } });
    const [bad, good, none] = await hitung([{ ...one, jenjang: "MUDA" }, one, 7]);
    expect(bad.galat).toMatchObject({ kode: "MASUKAN_TIDAK_SAH", bidang: "jenjang" });
    expect(good.hasil).toEqual({ angkaKredit: "25.000" });
    expect(none.galat.kode).toBe("MASUKAN_TIDAK_SAH");
    expect(await hitung([])).toEqual([]);
  });

  it("should write nothing but JSON, exit 0 for a galat and 2 for what is no JSON", async () => {
    const bad = await runHitung('{"perhitungan":"apa"}');
    expect(bad).toMatchObject({ code: 0, complaints: [] });
    expect(JSON.parse(bad.output.join(""))).toMatchObject({
      perhitungan: "apa",
      galat: { kode: "MASUKAN_TIDAK_SAH", bidang: "perhitungan" },
    });
    const none = await runHitung("{perhitungan");
    expect(none).toMatchObject({ code: 2, output: [] });
    expect(none.complaints.join("")).toMatch(/^Masukan harus JSON/);
  });

  it.each([
    "konversi",
    "capaian",
    "capaian-bulanan",
    "pak",
    "kenaikan",
    "pendidikan",
    "perpindahan",
    "integrasi",
    "capaian-2022",
    "butir",
    "komposisi",
    "akumulasi-konvensional",
    "tabulasi",
    "nilai-pelatihan",
    "kelulusan-pelatihan",
    "nip",
    "niwn",
    "niwn-baca",
  ])("should refuse an unknown property of %s", async (perhitungan) => {
    const answer = await hitung({ perhitungan, rahasia: 1 });
    expect(answer.galat.kode).toBe("MASUKAN_TIDAK_SAH");
    expect(typeof answer.galat.bidang).toBe("string");
  });
});

describe("requirement by month", () => {
  const aCapaian = (more: object = {}) => ({
    perhitungan: "capaian",
    untuk: "KJ",
    jenjang: "AHLI_MADYA",
    golongan: "IV/b",
    predikat: "BAIK",
    mulai: "2024-01",
    ...more,
  });

  it("should need the same time for both presentations of an entry above the lowest golongan", async () => {
    const base = await hasil(aCapaian({ akDasar: "150.000" }));
    expect(base).toEqual({ kebutuhan: "450.000", bulan: 96, selesai: "2031-12", angkaKredit: "450.000" });
    const proportional = await hasil(aCapaian({ targetProporsional: true }));
    expect(proportional).toEqual({ kebutuhan: "300.000", bulan: 96, selesai: "2031-12", angkaKredit: "300.000" });
  });

  it("should refuse both at once", async () => {
    expect(await galat(aCapaian({ akDasar: "150.000", targetProporsional: true }))).toMatchObject({
      kode: "AK_DASAR_GANDA",
    });
    expect((await hasil(aCapaian({ akDasar: "0.000", targetProporsional: true }))).bulan).toBe(96);
  });

  it("should need twelve months for what a mover lacks (A-11)", async () => {
    const mover = { jenjang: "AHLI_MUDA", golongan: "III/d", akDasar: "175.000" };
    expect(await hasil(aCapaian(mover))).toMatchObject({ kebutuhan: "200.000", bulan: 12, selesai: "2024-12" });
  });

  it("should reach it in the month in which the printed rows do, and not a month later", async () => {
    const pertama = { untuk: "KP", jenjang: "AHLI_PERTAMA", golongan: "III/a", mulai: "2024-03" };
    // 10,417 + 3 × 12,500 + 2,083 = 50,000
    expect(await hasil(aCapaian(pertama))).toEqual({
      kebutuhan: "50.000",
      bulan: 48,
      selesai: "2028-02",
      angkaKredit: "50.000",
    });
  });

  it("should know what cannot be", async () => {
    expect(await galat(aCapaian({ jenjang: "AHLI_UTAMA", golongan: "IV/d" }))).toMatchObject({ bidang: "jenjang" });
    expect(await galat(aCapaian({ mulai: "2024-13" }))).toMatchObject({ bidang: "mulai" });
    expect(await galat(aCapaian({ mulai: "2022-12" }))).toMatchObject({ bidang: "mulai" });
  });
});

describe("PAK", () => {
  it("should be enough for the next level (A-10)", async () => {
    const met = { minimal: "100.000", kelebihan: "2.000", kekurangan: null, terpenuhi: true };
    expect(
      await hasil({
        perhitungan: "pak",
        jenjang: "AHLI_PERTAMA",
        golongan: "III/b",
        akDasar: "50.000",
        akKonversi: "52.000",
      }),
    ).toEqual({ jumlah: "102.000", pangkat: met, jenjang: met, kesimpulan: "DAPAT" });
  });

  it("should state surplus for rank and shortage for level (A-09)", async () => {
    const answer = await hasil({
      perhitungan: "pak",
      jenjang: "AHLI_PERTAMA",
      golongan: "III/a",
      akKonversi: "53.125",
    });
    expect(answer.pangkat).toEqual({ minimal: "50.000", kelebihan: "3.125", kekurangan: null, terpenuhi: true });
    expect(answer.jenjang).toEqual({ minimal: "100.000", kelebihan: null, kekurangan: "46.875", terpenuhi: false });
  });

  it("should not count the AK dasar as credit for a rank (A-11)", async () => {
    const mover = { jenjang: "AHLI_MUDA", golongan: "III/d", akDasar: "100.000", akLama: "75.000" };
    const answer = await hasil({ perhitungan: "pak", ...mover });
    expect(answer.jenjang.kekurangan).toBe("25.000");
    expect(answer.kesimpulan).toBe("TIDAK_DAPAT");
  });

  it("should be met exactly with a degree (A-13)", async () => {
    const answer = await hasil({
      perhitungan: "pak",
      jenjang: "AHLI_MUDA",
      golongan: "III/c",
      akKonversi: "75.000",
      akPendidikan: "25.000",
    });
    expect(answer.pangkat).toEqual({ minimal: "100.000", kelebihan: "0.000", kekurangan: null, terpenuhi: true });
  });

  it("should print a dash where there is nothing higher", async () => {
    const none = { minimal: null, kelebihan: null, kekurangan: null, terpenuhi: false };
    expect(await hasil({ perhitungan: "pak", jenjang: "AHLI_UTAMA", golongan: "IV/e" })).toEqual({
      jumlah: "0.000",
      pangkat: none,
      jenjang: none,
      kesimpulan: "TIDAK_DAPAT",
    });
  });

  it("should refuse credit that no rule knows", async () => {
    const request = { perhitungan: "pak", jenjang: "AHLI_MUDA", golongan: "III/c", akKonversi: "287500" };
    expect(await galat(request)).toMatchObject({ kode: "ANGKA_TIDAK_WAJAR", bidang: "akKonversi" });
  });
});

describe("degree, move, integration, 2022", () => {
  it.each([
    ["AHLI_PERTAMA", "12.500"],
    ["AHLI_MUDA", "25.000"],
    ["AHLI_MADYA", "37.500"],
    ["AHLI_UTAMA", "50.000"],
    ["TERAMPIL", "5.000"],
    ["MAHIR", "12.500"],
    ["PENYELIA", "25.000"],
  ])("should add for a degree of %s %s, once (A-13, A-14)", async (jenjang, angkaKredit) => {
    const degree = { perhitungan: "pendidikan", jenjang };
    expect(await hasil({ ...degree, sudahDiperhitungkan: false })).toEqual({ angkaKredit });
    expect(await hasil({ ...degree, sudahDiperhitungkan: true })).toEqual({ angkaKredit: "0.000" });
  });

  const aMove = (more: object = {}) => ({
    perhitungan: "perpindahan",
    golongan: "III/d",
    jenjangTujuan: "AHLI_MUDA",
    predikat: "BAIK",
    tahunDalamPangkat: 6,
    ...more,
  });

  it("should count three years of a move and add the AK dasar (A-11)", async () => {
    expect(await hasil(aMove())).toEqual({
      tahunDihitung: 3,
      konversi: "75.000",
      akDasar: "100.000",
      jumlah: "175.000",
    });
    expect(await hasil(aMove({ tahunDalamPangkat: 1, predikat: "SANGAT_BAIK" }))).toMatchObject({ konversi: "37.500" });
  });

  it("should give a pelaksana of IV/a the fixed amount, and the years at the next level", async () => {
    const toPertama = aMove({ golongan: "IV/a", jenjangTujuan: "AHLI_PERTAMA" });
    expect(await hasil(toPertama)).toMatchObject({ konversi: "0.000", jumlah: "100.000" });
    expect(await hasil(aMove({ golongan: "IV/a", tahunDalamPangkat: 4 }))).toMatchObject({ jumlah: "75.000" });
  });

  it("should invent no AK dasar", async () => {
    expect(await galat(aMove({ golongan: "II/c", jenjangTujuan: "TERAMPIL" }))).toMatchObject({ bidang: "golongan" });
    expect(await galat(aMove({ golongan: "III/b" }))).toMatchObject({ bidang: "jenjangTujuan" });
    expect(await galat(aMove({ tahunDalamPangkat: -1 }))).toMatchObject({ bidang: "tahunDalamPangkat" });
  });

  const integrasi = (golongan: string, akKonvensional: string, lokal = "id") => ({
    perhitungan: "integrasi",
    golongan,
    akKonvensional,
    lokal,
  });

  it.each([
    ["IV/b", "550,63", "id", "150.630", ["150.000", "300.000"], "DITERIMA"],
    ["III/c", "287,500", "id", "87.500", ["0.000", "100.000"], "DITERIMA"],
    ["III/c", "287.500", "en", "87.500", ["0.000", "100.000"], "DITERIMA"],
    ["III/d", "420", "id", "220.000", ["100.000", "200.000"], "PERLU_TELAAH"],
    ["III/d", "399,999", "id", "199.999", ["100.000", "200.000"], "DITERIMA"],
    ["III/d", "400", "id", "200.000", ["100.000", "200.000"], "PERLU_TELAAH"],
    ["III/a", "99,5", "id", "-0.500", ["0.000", "50.000"], "PERLU_TELAAH"],
    ["IV/e", "1.050,000", "id", "200.000", ["200.000", "400.000"], "DITERIMA"],
    ["IV/e", "1,050.000", "en", "200.000", ["200.000", "400.000"], "DITERIMA"],
  ])("should integrate %s %s (%s)", async (golongan, amount, lokal, akIntegrasi, rentang, status) => {
    expect(await hasil(integrasi(golongan, amount, lokal))).toEqual({ akIntegrasi, rentang, status });
  });

  it.each([
    ["287.500", "id", "ANGKA_TIDAK_WAJAR"],
    ["287,500", "en", "ANGKA_TIDAK_WAJAR"],
    ["2000,001", "id", "ANGKA_TIDAK_WAJAR"],
    ["550.63", "id", "MASUKAN_TIDAK_SAH"],
    ["-550", "id", "MASUKAN_TIDAK_SAH"],
    ["", "id", "MASUKAN_TIDAK_SAH"],
  ])("should refuse '%s' typed in %s", async (amount, lokal, kode) => {
    expect(await galat(integrasi("IV/b", amount, lokal))).toMatchObject({ kode, bidang: "akKonvensional" });
  });

  it.each([
    ["18.750", "18.750", false],
    ["18.751", "18.750", true],
    ["7.000", "7.000", false],
  ])("should cap a year of 2022 at 150 %% of the target: %s", async (capaian, angkaKredit, dibatasi) => {
    expect(await hasil({ perhitungan: "capaian-2022", jenjang: "AHLI_PERTAMA", capaian })).toEqual({
      target: "12.500",
      batas: "18.750",
      angkaKredit,
      dibatasi,
    });
  });
});

describe("conventional rows", () => {
  const butir = (jenjang: string, ...baris: object[]) => ({ perhitungan: "butir", jenjang, baris });

  it("should sum printed rows (B-01)", async () => {
    const analis = { jenisJabatan: "ANALIS_KEPEGAWAIAN" };
    const answer = await hasil(
      butir("AHLI_PERTAMA", { kode: "212109006", ...analis, volume: 52 }, { kode: "212111011", ...analis, volume: 7 }),
    );
    expect(answer.baris).toEqual([
      { akSatuan: "0.003", persentase: 100, angkaKredit: "0.156", volumeDihitung: 52 },
      { akSatuan: "0.010", persentase: 100, angkaKredit: "0.070", volumeDihitung: 7 },
    ]);
    expect(answer.jumlah).toBe("0.226");
  });

  it.each([
    ["AHLI_PERTAMA", "11", "0.900"],
    ["AHLI_MUDA", "12", "1.800"],
    ["AHLI_MADYA", "13", "2.700"],
    ["AHLI_UTAMA", "14", "3.600"],
    ["AHLI_MUDA", "11", "1.800"],
    ["AHLI_UTAMA", "11", "3.600"],
    ["AHLI_UTAMA", "15", "0.900"],
  ])("should give %s for 45 JP by code %s %s (B-02)", async (jenjang, kode, jumlah) => {
    const row = { kode, jenisJabatan: "WIDYAISWARA", volume: 45 };
    expect((await hasil(butir(jenjang, row))).jumlah).toBe(jumlah);
  });

  it.each([
    [{ ak: "2000.000", volume: 99_999 }, "ANGKA_TIDAK_WAJAR", "periksa volumenya"],
    [{ ak: "0.003", volume: 1e12 }, "MASUKAN_TIDAK_SAH", "sampai 999999,99"],
    [{ ak: "0.003", volume: -5 }, "MASUKAN_TIDAK_SAH", "volume 0 sampai"],
  ])("should name the row of an impossible volume %j", async (row, kode, pesan) => {
    const found = await galat(butir("AHLI_PERTAMA", { ak: "0.003", volume: 52 }, row));
    expect(found).toMatchObject({ kode, bidang: "baris[1].volume" });
    expect(found.pesan).toContain(pesan);
  });

  it("should give 80 % one level above by written assignment only (B-03, B-04)", async () => {
    const above = { ak: "0.100", jenjangButir: "AHLI_MUDA", volume: 7 };
    const answer = await hasil(
      butir(
        "AHLI_PERTAMA",
        { ...above, suratPerintah: true },
        above,
        { ak: "0.003", jenjangButir: "AHLI_MUDA", volume: 52, suratPerintah: true },
        { ...above, jenjangButir: "AHLI_MADYA", suratPerintah: true },
      ),
    );
    expect(answer.baris.map((row: { angkaKredit: string }) => row.angkaKredit)).toEqual([
      "0.560",
      "0.000",
      "0.125",
      "0.000",
    ]);
    expect(answer.baris.map((row: { alasan?: string }) => row.alasan)).toEqual([
      undefined,
      "TANPA_SURAT_PERINTAH",
      undefined,
      "JENJANG_TERLALU_JAUH",
    ]);
  });

  it("should mark two of seven kertas kerja (B-10), by code or alike without one", async () => {
    const seven = (row: object) => Array.from({ length: 7 }, () => row);
    for (const row of [
      { kode: "18", jenisJabatan: "WIDYAISWARA", volume: 1 },
      { ak: "0.500", maksimum: 5, volume: 1 },
    ]) {
      const answer = await hasil(butir("AHLI_MADYA", ...seven(row)));
      expect(answer.jumlah).toBe("2.500");
      expect(answer.baris.filter((each: { alasan?: string }) => each.alasan === "MELEBIHI_BATAS")).toHaveLength(2);
    }
  });

  it("should share among authors and refuse a fifth", async () => {
    const book = (jumlah: number, peran: string) => ({
      kode: "28",
      jenisJabatan: "WIDYAISWARA",
      volume: 1,
      penulis: { jumlah, peran },
    });
    const answer = await hasil(butir("AHLI_MUDA", book(3, "UTAMA"), book(3, "TIDAK_DITENTUKAN"), book(5, "PEMBANTU")));
    expect(answer.baris.map((row: { angkaKredit: string }) => row.angkaKredit)).toEqual(["12.500", "8.333", "0.000"]);
    expect(answer.baris[2].alasan).toBe("PENULIS_TERLALU_BANYAK");
  });

  it.each([
    ["a negative volume", { ak: "0.100", volume: -1 }, "baris[0].volume"],
    ["a third decimal of a volume", { ak: "0.100", volume: 0.125 }, "baris[0].volume"],
    ["a volume that a sum of binary fractions made", { ak: "0.100", volume: 0.1 + 0.2 }, "baris[0].volume"],
    ["an unknown code", { kode: "99", jenisJabatan: "WIDYAISWARA", volume: 1 }, "baris[0].kode"],
    ["neither code nor credit", { volume: 1 }, "baris[0].kode"],
    ["another credit than that of the code", { kode: "4", ak: "6.000", volume: 1 }, "baris[0].ak"],
    ["an unknown position", { kode: "4", jenisJabatan: "GURU", volume: 1 }, "baris[0].jenisJabatan"],
    ["no author", { ak: "1.000", volume: 1, penulis: { jumlah: 0, peran: "UTAMA" } }, "baris[0].penulis.jumlah"],
  ])("should refuse %s", async (_what, row, bidang) => {
    expect(await galat(butir("AHLI_MUDA", row))).toMatchObject({ kode: "MASUKAN_TIDAK_SAH", bidang });
  });

  it("should withhold a PAK when utama is short (B-07)", async () => {
    expect(
      await hasil({ perhitungan: "komposisi", kebutuhan: "50.000", utama: "38.000", penunjang: "14.000" }),
    ).toEqual({
      penunjangDihitung: "10.000",
      penunjangTidakDihitung: "4.000",
      jumlah: "48.000",
      kekuranganUtama: "2.000",
      terpenuhi: false,
    });
  });

  it("should accumulate across levels", async () => {
    const request = { perhitungan: "akumulasi-konvensional", akLama: "150.000", akBaru: "49.999" };
    expect(await hasil({ ...request, golonganTujuan: "III/c" })).toEqual({
      jumlah: "199.999",
      kebutuhan: "200.000",
      kelebihan: "0.000",
      kekurangan: "0.001",
    });
    expect(await galat({ ...request, golonganTujuan: "I/a" })).toMatchObject({ bidang: "golonganTujuan" });
  });

  it("should tabulate with a signed difference", async () => {
    const row = { kode: "4", volume: 1, usul: "0.600", tpi: "0.600" };
    expect(
      await hasil({
        perhitungan: "tabulasi",
        baris: [
          { ...row, tpp: "0.000" },
          { ...row, tpp: "0.600" },
        ],
      }),
    ).toEqual({
      baris: [
        { kode: "4", ditetapkan: "0.000", selisih: "-0.600", perluPenjelasan: true },
        { kode: "4", ditetapkan: "0.600", selisih: "0.000", perluPenjelasan: false },
      ],
      jumlah: "0.600",
    });
  });
});

describe("training", () => {
  it.each([
    ["90.005", "90.01", "SANGAT_MEMUASKAN"],
    ["90.004", "90.00", "MEMUASKAN"],
    ["80.005", "80.01", "MEMUASKAN"],
    ["80", "80.00", "BAIK"],
    ["70.01", "70.01", "BAIK"],
    ["70", "70.00", "KURANG_BAIK"],
    ["60.01", "60.01", "KURANG_BAIK"],
    ["60", "60.00", "TIDAK_MEMENUHI_KUALIFIKASI"],
    ["0", "0.00", "TIDAK_MEMENUHI_KUALIFIKASI"],
    ["100", "100.00", "SANGAT_MEMUASKAN"],
    ["59.999", "60.00", "TIDAK_MEMENUHI_KUALIFIKASI"],
  ])("should band %s", async (nilai, rounded, kualifikasi) => {
    expect(await hasil({ perhitungan: "nilai-pelatihan", nilai })).toEqual({ nilai: rounded, kualifikasi });
  });

  it.each(["100.001", "101", "-1", "87,5", "", "9e1"])("should refuse the score '%s'", async (nilai) => {
    expect(await galat({ perhitungan: "nilai-pelatihan", nilai })).toMatchObject({ bidang: "nilai" });
  });

  const peserta = (lowest: string, disiplin = true) => ({
    perhitungan: "kelulusan-pelatihan",
    disiplin,
    penugasan: [
      { mataPelatihan: "Pengelolaan Pembelajaran", nilai: "95" },
      { mataPelatihan: "Pengembangan Profesi", nilai: lowest },
    ],
    praktikMengajar: [{ aspek: "Pembukaan", nilai: "90" }],
  });

  it("should not average (C-02)", async () => {
    const answer = await hasil(peserta("69.50"));
    expect(answer).toMatchObject({ lulus: false, tindakLanjut: "ORIENTASI" });
    expect(answer.alasan).toEqual(["Mata pelatihan Pengembangan Profesi: 69,50 (kurang baik), paling rendah baik"]);
  });

  it("should pass with each at least baik, and not without discipline", async () => {
    expect(await hasil(peserta("70.005"))).toEqual({ lulus: true, tindakLanjut: "STTPP", alasan: [] });
    expect(await hasil(peserta("95", false))).toMatchObject({ lulus: false, tindakLanjut: "ORIENTASI" });
  });

  it("should not pass whoever was not assessed", async () => {
    expect(await galat({ ...peserta("95"), praktikMengajar: [] })).toMatchObject({ bidang: "praktikMengajar" });
    expect(await galat({ ...peserta("120") })).toMatchObject({ bidang: "penugasan[1].nilai" });
  });
});

describe("numbers", () => {
  it("should read a NIP and name the block that is wrong", async () => {
    expect(await hasil({ perhitungan: "nip", nip: "19900101 201504 2 901" })).toEqual({
      nip: "199001012015042901",
      tanggalLahir: "1990-01-01",
      tmtCpns: "2015-04",
      jenisKelamin: "P",
      urut: 901,
      peringatan: [],
    });
    expect(await hasil({ perhitungan: "nip", nip: "199001012022211901", jenis: "PPPK" })).toEqual({
      nip: "199001012022211901",
      tanggalLahir: "1990-01-01",
      tahun: 2022,
      kode: "21",
      jenisKelamin: "L",
      urut: 901,
      peringatan: [],
    });
  });

  it.each([
    ["19900101201504290", "NIP_PANJANG"],
    ["199002302015042901", "NIP_TANGGAL_LAHIR"],
    ["199001012015132901", "NIP_BULAN_CPNS"],
    ["199001012015043901", "NIP_JENIS_KELAMIN"],
    ["199001012015042000", "NIP_URUT"],
  ])("should answer %s by %s", async (nip, kode) => {
    expect(await galat({ perhitungan: "nip", nip })).toMatchObject({ kode, bidang: "nip" });
  });

  it("should refuse a PPPK of a year to come", async () => {
    const request = { perhitungan: "nip", nip: "199001012099211901", jenis: "PPPK" };
    expect(await galat(request)).toMatchObject({ kode: "NIP_BULAN_CPNS", bidang: "nip" });
  });

  it("should warn of an age by months, not by years alone", async () => {
    const warnings = async (nip: string) => (await hasil({ perhitungan: "nip", nip })).peringatan;
    expect(await warnings("199012012006011901")).toEqual(["USIA_CPNS_DI_BAWAH_16"]);
    expect(await warnings("199001012006011901")).toEqual([]);
    expect(await warnings("195001012010021901")).toEqual(["USIA_CPNS_DI_ATAS_60"]);
  });

  it("should write and read a NIWN (C-07)", async () => {
    const request = {
      perhitungan: "niwn",
      tanggalLahir: "1960-04-15",
      jenisKelamin: "L",
      terbit: "2021-06",
      nomor: 37,
    };
    expect(await hasil(request)).toEqual({ niwn: "1960041520210610037" });
    expect(await hasil({ perhitungan: "niwn-baca", niwn: "19600415 202106 1 0037" })).toEqual({
      niwn: "1960041520210610037",
      tanggalLahir: "1960-04-15",
      jenisKelamin: "L",
      nomor: 37,
      tanda: [],
    });
    expect(await hasil({ perhitungan: "niwn-baca", niwn: "19600415 1506 1 0037" })).toMatchObject({
      tanda: ["FORMAT_LEGACY_17"],
    });
  });

  it.each([
    [{ perhitungan: "niwn", tanggalLahir: "1960-04-15", jenisKelamin: "L", terbit: "2021-06", nomor: 10_000 }, "nomor"],
    [
      { perhitungan: "niwn", tanggalLahir: "1960-02-30", jenisKelamin: "L", terbit: "2021-06", nomor: 1 },
      "tanggalLahir",
    ],
    [
      { perhitungan: "niwn", tanggalLahir: "1960-04-15", jenisKelamin: "X", terbit: "2021-06", nomor: 1 },
      "jenisKelamin",
    ],
    [{ perhitungan: "niwn-baca", niwn: "123" }, "niwn"],
    [{ perhitungan: "niwn-baca", niwn: "19600415 999999 1 0037" }, "niwn"],
    [{ perhitungan: "niwn-baca", niwn: "19600415 1513 1 0037" }, "niwn"],
    [{ perhitungan: "niwn-baca", niwn: "19600231 202106 1 0037" }, "niwn"],
  ])("should refuse %j", async (request, bidang) => {
    expect(await galat(request)).toMatchObject({ kode: "MASUKAN_TIDAK_SAH", bidang });
  });
});

describe("the way to a requirement", () => {
  const asked = { untuk: "KP", jenjang: "AHLI_MUDA", golongan: "III/c", predikat: "BAIK", mulai: "2024-11" };

  it("should give the credit at the end of each month, as conversion prints it", async () => {
    const { bulanan, kebutuhan, akDasar } = await hasil({ perhitungan: "capaian-bulanan", ...asked, akDasar: "90" });
    expect({ kebutuhan, akDasar }).toEqual({ kebutuhan: "100.000", akDasar: "90.000" });
    expect(bulanan).toEqual([
      { bulan: "2024-11", angkaKredit: "92.083" },
      { bulan: "2024-12", angkaKredit: "94.167" },
      { bulan: "2025-01", angkaKredit: "96.250" },
      { bulan: "2025-02", angkaKredit: "98.334" },
      { bulan: "2025-03", angkaKredit: "100.417" },
    ]);
  });

  it("should end where the requirement is reached, and be empty when it is already", async () => {
    const reached = await hasil({ perhitungan: "capaian", ...asked });
    const { bulanan } = await hasil({ perhitungan: "capaian-bulanan", ...asked });
    expect(bulanan).toHaveLength(reached.bulan);
    expect(bulanan.at(-1)).toEqual({ bulan: reached.selesai, angkaKredit: reached.angkaKredit });
    expect((await hasil({ perhitungan: "capaian-bulanan", ...asked, akDasar: "100" })).bulanan).toEqual([]);
  });

  it("should refuse what capaian refuses", async () => {
    const both = { ...asked, akDasar: "50", targetProporsional: true };
    expect((await galat({ perhitungan: "capaian-bulanan", ...both })).kode).toBe("AK_DASAR_GANDA");
    const misplaced = { ...asked, golongan: "II/a" };
    expect(await galat({ perhitungan: "capaian-bulanan", ...misplaced })).toEqual(
      await galat({ perhitungan: "capaian", ...misplaced }),
    );
  });
});
