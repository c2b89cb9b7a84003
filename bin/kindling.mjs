#!/usr/bin/env node
import { existsSync } from 'node:fs'

const main = new URL('../community/dist/cli/main.js', import.meta.url)

if (existsSync(main)) {
  process.setSourceMapsEnabled(true)
  await import(main.href)
} else {
  process.stderr.write('Kindling is not built yet. Run "npm run setup" first.\n')
  process.exitCode = 1
}
