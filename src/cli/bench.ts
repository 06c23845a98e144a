// The programs stand in tests/perf and use the engine's own doors; loading them by address keeps them out of the product's imports.
await import(new URL("../../tests/perf/bench.js", import.meta.url).href);
