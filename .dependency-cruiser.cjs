// Each comment says why, so that the failing build teaches.
const rule = (name, from, to, comment) => ({ name, severity: "error", from, to, comment });

module.exports = {
  forbidden: [
    rule(
      "no-circle",
      {},
      { circular: true },
      "A circle cannot be lifted out, tested or understood in parts. Move what both need to the lower module.",
    ),
    rule(
      "one-door-per-module",
      { path: "^src/([^/]+)/", pathNot: ["^src/composition/", "^src/cli/plugin-command\\.ts$"] },
      {
        path: "^src/[^/]+/.+",
        pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$", "^src/platform/db/index\\.ts$", "^src/http/contract/"],
      },
      "Another module is entered through its index.ts only. The composition root wires what a door does not offer to everyone; a plugin's command must answer at once, and doors would load the whole platform.",
    ),
    rule(
      "src-knows-no-plugin",
      { path: "^src/" },
      { path: "^plugins/" },
      "The platform serves any process app. main.ts loads plugins through their manifests, at run time.",
    ),
    rule(
      "plugins-see-the-plugin-api",
      { path: "^plugins/", pathNot: "^plugins/[^/]+/web/" },
      { path: "^src/", pathNot: "^src/plugin-api/index\\.ts$" },
      "A plugin survives a change of the platform only if it never saw the inside. Missing something? Extend plugin-api.",
    ),
    rule(
      "plugins-meet-at-three-doors",
      { path: "^plugins/([^/]+)/" },
      { path: "^plugins/", pathNot: ["^plugins/$1/", "^plugins/(angka-kredit|kepegawaian|penilaian)/plugin\\.ts$"] },
      "People, credit rules and assessment by a team are shared, through plugin.ts. Nothing else of another plugin is.",
    ),
    rule(
      "domain-is-pure",
      { path: "^plugins/([^/]+)/domain/" },
      {
        pathNot: [
          "^plugins/$1/domain/",
          "^plugins/(angka-kredit|kepegawaian|penilaian)/plugin\\.ts$",
          "^node_modules/decimal\\.js/",
        ],
      },
      "No node:, no other layer, no npm but the decimal library.",
    ),
    rule(
      "use-cases-know-no-edge",
      { path: "^plugins/([^/]+)/app/" },
      { path: ["^plugins/$1/(http|workers|data)/", "^node_modules/(@types/)?(express|typeorm)/"] },
      "A use case declares the port it needs; plugin.ts hands it over.",
    ),
    rule(
      "edges-do-not-meet",
      { path: "^(src|plugins)/([^/]+)/(http|workers|data)/" },
      { path: "^$1/$2/(http|workers|data)/", pathNot: "^$1/$2/$3/" },
      "Both go through app/.",
    ),
    rule(
      "engine-stands-alone",
      { path: "^src/engine/" },
      { path: "^src/", pathNot: ["^src/engine/", "^src/platform/index\\.ts$"] },
      "The engine knows no SQL, HTTP or user. Declare a port in engine/ports/.",
    ),
    rule(
      "only-appliers-write-state",
      { path: "^src/engine/", pathNot: "^src/engine/(appliers/|state/|protocol/|index\\.ts$)" },
      { path: "^src/engine/state/mutable" },
      "Deciding and writing are apart, so that replay gives the same state. Emit an event and write an applier.",
    ),
    rule(
      "typeorm-stays-in-data",
      { pathNot: "^src/(engine-store|platform/db)/|^(src|plugins)/[^/]+/data/" },
      { path: "^node_modules/typeorm/" },
      "Everyone else asks a repository.",
    ),
    rule(
      "one-client-to-the-engine",
      { pathNot: "^src/camunda-client/" },
      { path: "^node_modules/@camunda8/sdk/" },
      "Embedded engine or cluster: only camunda-client knows which.",
    ),
    rule(
      "application-asks-the-client",
      { pathNot: "^src/(engine|engine-store|camunda-api|cli)/|^src/main\\.ts$" },
      { path: "^src/(engine|engine-store|camunda-api)/" },
      "What works embedded must work on a cluster. Ask camunda-client; main.ts injects the engine into it.",
    ),
    rule(
      "web-is-a-client",
      { path: "^src/web/" },
      { path: "^src/", pathNot: ["^src/web/", "^src/http/contract/"] },
      "The browser gets the contract, never server code.",
    ),
    rule(
      "plugin-pages-are-clients",
      { path: "^plugins/([^/]+)/web/" },
      { path: "^(src|plugins)/", pathNot: ["^src/web/shared/", "^plugins/$1/(web|http/contract)/"] },
      "A plugin's page is a browser's program: the shared parts of the pages, and what its own routes say. No server code.",
    ),
    rule(
      "plugin-pages-are-entries",
      { pathNot: "^plugins/[^/]+/web/" },
      { path: "^plugins/[^/]+/web/" },
      "Nothing stands on a plugin's page; the build finds it by its place.",
    ),
    rule(
      "plugin-contract-is-light",
      { path: "^plugins/([^/]+)/http/contract/" },
      { pathNot: "^plugins/$1/(domain|http/contract)/" },
      "What a page shares with the routes is vocabulary and shapes; a server's package in it would be sent to phones.",
    ),
    rule(
      "features-apart",
      { path: "^src/web/features/([^/]+)/" },
      { path: "^src/web/(features|app)/", pathNot: "^src/web/features/$1/" },
      "shared -> features -> app, never sideways.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|node_modules/\\.cache)" },
    tsPreCompilationDeps: true,
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
  },
};
