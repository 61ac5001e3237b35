// How tests run, and which of the rules must be taken whole by their own. Owns no path of a test; must never pass over a new file.

import { defineConfig } from 'vitest/config'

// oxlint-disable-next-line import/no-default-export -- vitest reads its settings from the default export
export default defineConfig({
  test: {
    include: [
      '*.test.ts',
      'src/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'scripts/**/*.test.ts',
      'e2e/**/*.test.ts',
      'bench/**/*.test.ts',
      'proof/**/*.test.ts',
    ],
    // Stores on real files are opened with an fsync for each; a slow disk is not a failed rule.
    testTimeout: 120_000,
    // Modules are evaluated once a worker, not once a file, and every core works: a quarter of the time. So no test may leave anything
    // behind in what all files share: no mock of a module, no tester of equality for everybody.
    isolate: false,
    maxWorkers: '100%',
    reporters: ['default'],
    setupFiles: ['scripts/same-draws.ts'],
    // The rules are small: every branch of them is taken by their own tests (`npm run coverage`), those of a new file too.
    coverage: {
      provider: 'v8',
      include: ['src/shared/domain/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.fixture.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { branches: 100 },
    },
  },
})
