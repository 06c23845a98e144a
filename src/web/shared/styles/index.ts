import "@fontsource-variable/inter/wght.css";
import "@tabler/core/dist/css/tabler.min.css";
import "./app.css";
import "./shell.css";
import "./lists.css";
