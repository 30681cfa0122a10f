// What can be asked of a real environment too (REMOTE=1): only documents, through the SDK.
const remote = [
  'aggregates',
  'documents',
  'expressions',
  'geo',
  'json-schema',
  'locks',
  'projections',
  'queries',
  'sorting',
  'transaction*',
  'unique',
  'update*',
  'values',
]

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/config/build-for-tests.cjs',
  setupFiles: ['<rootDir>/config/seeded.cjs'],
  setupFilesAfterEnv: ['<rootDir>/config/patient.cjs'],
  testSequencer: '<rootDir>/config/slow-first.cjs',
  roots: ['<rootDir>/tests'],
  testMatch: process.env.REMOTE
    ? remote.map((suite) => `**/tests/cloud/${suite}.test.ts`)
    : ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    ],
  },
  moduleNameMapper: { '^@core/(.*)$': '<rootDir>/cloudfunctions/core/$1', '^@/(.*)$': '<rootDir>/src/$1' },
  testTimeout: 30000,
}
