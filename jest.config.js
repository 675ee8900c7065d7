// Tests run as native ES modules; node is started with --experimental-vm-modules by scripts/test.js.
const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' },
  ],
}
const shared = {
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/lib'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform,
}
const project = name => ({ ...shared, displayName: name, testMatch: [`<rootDir>/__tests__/${name}/**/*.test.ts`] })

export default {
  testTimeout: 120_000,
  maxWorkers: '100%',
  projects: ['unit', 'property', 'contract', 'integration', 'e2e'].map(project),
}
