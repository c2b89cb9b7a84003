import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdFolder } from './hold.ts'
import { beganAt } from './processes.ts'

const program = `
  import { holdFolder } from ${JSON.stringify(new URL('hold.ts', import.meta.url).href)}
  await new Promise((go) => setTimeout(go, Number(process.argv[1]) - Date.now()))
  try { holdFolder(process.argv[2]); console.log('won') } catch (error) { console.log(error.code) }
  setTimeout(() => {}, 1500)
`

function contender(startAt: number, folder: string): Promise<string> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', program, String(startAt), folder]
  return text(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout).then((said) =>
    said.trim(),
  )
}

describe('holding a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kindling-hold-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('one holder at a time, named to the second', () => {
    const hold = holdFolder(folder)
    const refusal = { code: 'data_folder_in_use', details: { pid: process.pid, dataFolder: folder } }
    expect(() => holdFolder(folder)).toThrow(expect.objectContaining(refusal))
    hold.release()
    holdFolder(folder).release()
  })

  test('a dead holder, a later process with its number and a half-written file are followed', () => {
    mkdirSync(join(folder, 'lock'))
    for (const left of [
      { pid: 2 ** 22 + 1, began: 'x' },
      { pid: process.pid, began: 'before the last restart' },
      '{"pi',
    ]) {
      const turn = Math.max(0, ...readdirSync(join(folder, 'lock')).map(Number)) + 1
      writeFileSync(
        join(folder, 'lock', String(turn)),
        typeof left === 'string' ? left : JSON.stringify(left),
      )
      holdFolder(folder).release()
    }
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1)
  })

  test('of several starts at once after a dead holder, one wins', async () => {
    mkdirSync(join(folder, 'lock'))
    writeFileSync(join(folder, 'lock', '1'), JSON.stringify({ pid: 2 ** 22 + 1, began: 'x' }))
    const startAt = Date.now() + 2000
    const said = await Promise.all([1, 2, 3, 4].map(() => contender(startAt, folder)))
    expect(said.sort()).toEqual(['data_folder_in_use', 'data_folder_in_use', 'data_folder_in_use', 'won'])
  }, 15_000)

  test('a process that is not there has not begun', () => {
    expect(beganAt(2 ** 22 + 1)).toBeUndefined()
    expect(beganAt(process.pid)).toBe(beganAt(process.pid))
  })
})
