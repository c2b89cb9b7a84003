import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildAssets } from './assets.mjs'
import { countTests, summary } from './count.mjs'
import { alone } from './lock.mjs'
import { isInstalled, sourceStamp } from './stamp.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the setup lock', () => {
  const said: string[] = []
  const options = () => ({ file: join(folder, 'setup.lock'), say: (line: string) => said.push(line) })

  test('work of two starts does not overlap, in one process or in two', async () => {
    const program = `
      import { alone } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)}
      await alone(() => { console.log('their turn') }, { file: process.argv[1], say: console.log })
    `
    let theirs: Promise<string> | undefined
    await alone(async () => {
      const args = ['--input-type=module', '-e', program, options().file]
      theirs = text(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout)
      const first = await Promise.race([theirs, wait(800, 'still waiting')])
      expect(first).toBe('still waiting')
    }, options())
    expect(await theirs).toContain('their turn')
    expect(await theirs).toContain(`process ${process.pid}`)
    expect(existsSync(options().file)).toBe(false)
  })

  test('a lock of a dead process is no lock', async () => {
    writeFileSync(options().file, String(2 ** 22 + 1))
    expect(await alone(async () => 'done', options())).toBe('done')
  })
})

test('the manifest leads to files that are there, and the style to the fonts', async () => {
  const manifest: Record<string, string> = await buildAssets(join(folder, 'assets'))
  for (const file of Object.values(manifest)) expect(existsSync(join(folder, 'assets', file))).toBe(true)
  const style = readFileSync(join(folder, 'assets', manifest['style.css'] ?? ''), 'utf8')
  expect(style).toContain(`url(${manifest['fonts/radio-canada.woff2']})`)
  expect(style).not.toContain('url(fonts/radio-canada.woff2)')
})

test('the stamp is quick and steady', () => {
  const began = performance.now()
  expect(sourceStamp()).toBe(sourceStamp())
  expect(performance.now() - began).toBeLessThan(600)
  expect(isInstalled()).toBe(true)
})

test('the last line of npm test adds up, files that could not be loaded included', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}, {}, {}] },
    ],
  }
  expect(summary(countTests(report))).toBe('3 passed, 2 failed, 1 skipped')
  expect(summary({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
})
