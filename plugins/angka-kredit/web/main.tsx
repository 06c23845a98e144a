import "./kalkulator.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { deviceLanguage } from "../../../src/web/shared/i18n/device-language.js";
import { Halaman } from "./halaman.js";
import { teksId } from "./teks-id.js";

const root = document.getElementById("root");
if (root === null) throw new Error("Expected an element with id 'root', but the page has none");
const bahasa = deviceLanguage();
const teks = bahasa === "id" ? teksId : (await import("./teks-en.js")).teksEn;
createRoot(root).render(
  <StrictMode>
    <Halaman bahasaAwal={bahasa} teksAwal={teks} />
  </StrictMode>,
);
