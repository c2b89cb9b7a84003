import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.mjs'
import { checkNode } from './lib/check-node.mjs'
import { countTests, summary } from './lib/count.mjs'
import { prepare } from './lib/prepare.mjs'
import { inRoot } from './lib/root.mjs'
import { run } from './lib/run.mjs'

const reportFile = inRoot('.tmp', `tests-${process.pid}.json`)

function tool(packageName, file, args, options) {
  return run(process.execPath, [inRoot('node_modules', packageName, file), ...args], options)
}

/** Format, lint and the types of browser code and tests: what the build did not look at. */
async function runChecks() {
  const checks = [['@biomejs/biome', 'bin/biome', ['ci', '.']]]
  const client = inRoot('community', 'client')
  if (existsSync(client) && readdirSync(client).some((name) => name.endsWith('.entry.ts')))
    checks.push(['typescript', 'bin/tsc', ['-p', 'community/client', '--noEmit']])
  checks.push(['typescript', 'bin/tsc', ['-p', 'e2e']])
  let failed = 0
  for (const check of checks) if ((await tool(...check)).code !== 0) failed++
  return failed
}

function browserEnvironment(required) {
  try {
    return { ...process.env, CHROMIUM: findBrowser() }
  } catch (error) {
    if (required) throw error
    return process.env
  }
}

async function runTests(args) {
  mkdirSync(inRoot('.tmp'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const env = browserEnvironment(args.length === 0)
  const { code } = await tool('vitest', 'vitest.mjs', ['run', ...reporters, ...args], { env })
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 }
  const counts = countTests(JSON.parse(readFileSync(reportFile, 'utf8')))
  rmSync(reportFile)
  // Something broke outside of any test, after one ended for instance.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

async function main(args) {
  await prepare()
  const failedChecks = args.length === 0 ? await runChecks() : 0
  const counts = await runTests(args)
  return { ...counts, failed: counts.failed + failedChecks }
}

checkNode()
const counts = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`)
  return { passed: 0, failed: 1, skipped: 0 }
})
process.stdout.write(`${summary(counts)}\n`)
process.exitCode = counts.failed > 0 ? 1 : 0
