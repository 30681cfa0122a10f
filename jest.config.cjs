/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testSequencer: '<rootDir>/config/slow-first.cjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
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
