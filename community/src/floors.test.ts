import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { composition, floors } from './floors.ts'

const source = fileURLToPath(new URL('.', import.meta.url))
const floorOf = new Map(floors.flatMap((folders, floor) => folders.map((folder) => [folder, floor] as const)))

interface Import {
  from: string
  to: string
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'|^import\s+'(\.{1,2}\/[^']+)'/gm)].map(
    (match) => ({
      from: relative(source, file),
      to: relative(source, join(dirname(file), match[1] ?? match[2]!)),
    }),
  )
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const all = filesIn(source)
const imports = all.filter((file) => !isTest(file)).flatMap(importsOf)
const folderOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : undefined)

test('every folder stands on a floor', () => {
  const folders = new Set(
    all.map((file) => folderOf(relative(source, file))).filter((folder) => folder !== undefined),
  )
  expect([...folders].filter((folder) => !floorOf.has(folder))).toEqual([])
})

test('a folder imports only lower floors, never its own floor or higher', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [folderOf(from), folderOf(to)]
    return here && there && here !== there && floorOf.get(there)! >= floorOf.get(here)!
  })
  expect(wrong).toEqual([])
})

test('a folder is entered through its index', () => {
  // The table types of all features are merged where they are declared, and tests of the supervisor live apart.
  const allowed = /(^|\/)index\.ts$|^foundation\/database\/server\/index\.ts$|\/tables\.ts$/
  const wrong = imports.filter(
    ({ from, to }) => folderOf(to) && folderOf(from) !== folderOf(to) && !allowed.test(to),
  )
  expect(wrong).toEqual([])
})

test('only the command line and the composition root know how the house is put together', () => {
  const wrong = imports.filter(
    ({ from, to }) => composition.includes(to) && !composition.includes(from) && folderOf(from) !== 'cli',
  )
  expect(wrong).toEqual([])
})
