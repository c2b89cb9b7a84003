import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  // Tests read the packages' sources: no build is needed before `npx vitest`.
  resolve: {
    alias: {
      '@kindling/tone/feedback': here('tone/src/rephrase/feedback/index.ts'),
      '@kindling/tone': here('tone/src/node.ts'),
      '@kindling/pause': here('pause/src/index.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    globalSetup: [here('community/test/global-setup.ts')],
    // On a shared machine a browser or a socket is late now and then; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['community/src', 'community/test', 'scripts'].map(
            (folder) => `${folder}/**/*.test.{ts,tsx}`,
          ),
          testTimeout: 15_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
          // Loading the house takes longer than most files take to test it: a worker loads it once.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['tone/src/**/*.test.ts', 'pause/src/**/*.test.ts'],
          testTimeout: 15_000,
          // A file of its own each: the package remembers the model that was loaded last, as its users expect.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // As many as there are cores: three at a time take longer on two.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
