// Jest 30 in ES-module mode: feelin, file-type and others ship no CommonJS.
export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          target: "es2022",
          keepClassNames: true,
        },
        module: { type: "es6" },
        swcrc: false,
      },
    ],
  },
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  // A bare ./x.js of a package must stay what it is: only our own folders are mapped.
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  testTimeout: 90_000,
  // Modules of finished suites stay in a worker: above this it is replaced before its next suite, long before it runs out.
  workerIdleMemoryLimit: "1500MB",
  maxWorkers: 2,
};
