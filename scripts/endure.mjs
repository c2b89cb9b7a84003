import { findBrowser } from './browser.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'

/** The long ones: every kill, long property runs. Results go to docs/measurements.md. */
await prepare()
process.env.KINDLING_ENDURE = '1'
process.env.CHROMIUM ??= await findBrowser()
const files = process.argv.slice(2)
const { code } = await run('npx', [
  'vitest',
  'run',
  ...(files.length > 0
    ? files
    : [
        'kills',
        'soak',
        'property',
        'api.test',
        'render.test',
        'normalise',
        'simulated',
        'thanks/guard',
        'house/recognition',
        'e2e/every-page',
        'e2e/messages',
        'e2e/own-model',
        'e2e/pause.test',
      ]),
])
process.exitCode = code
