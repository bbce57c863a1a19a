import { defineConfig } from 'vitest/config'

/** Projects by what they need: nothing, DynamoDB Local, or the whole product, with a browser or under load. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/**/*.table.test.ts',
            'test/**/*.system.test.ts',
            'test/**/*.load.test.ts',
            'test/journeys/**',
          ],
          // Synthesizing the app takes a while beside everything else.
          hookTimeout: 240_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'table',
          include: ['test/**/*.table.test.ts'],
          globalSetup: 'test/support/table-setup.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/**/*.system.test.ts', 'test/journeys/**/*.test.ts'],
          globalSetup: 'test/support/system-setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'load',
          include: ['test/load/**/*.load.test.ts'],
          globalSetup: 'test/support/system-setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
