import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Source, sources } from '../test/kit/sources.ts'
import { composition, floors } from './floors.ts'

const floorOf = new Map(floors.flatMap((folders, floor) => folders.map((folder) => [folder, floor] as const)))

interface Import {
  from: string
  to: string
}

function importsOf({ name, text }: Source): Import[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'|^import\s+'(\.{1,2}\/[^']+)'/gm)].map(
    (match) => ({ from: name, to: join(dirname(name), match[1] ?? match[2]!) }),
  )
}

const all = sources()
const imports = all.flatMap(importsOf)
const folderOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : undefined)

test('every folder stands on a floor', () => {
  const folders = new Set(all.map(({ name }) => folderOf(name)).filter((folder) => folder !== undefined))
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
  // The table types of all features are merged where they are declared, and tests of the supervisor live apart. The
  // stateless server takes what it needs of the foundation one by one: the whole foundation takes half a second to load.
  const allowed =
    /(^|\/)index\.ts$|^foundation\/(database\/server\/index|forms\/body-pieces|http\/bearer-of|http\/from-this-machine|limits\/client-address|log\/log|log\/stack-of|observe\/metrics|observe\/observe-requests|secrets\/hash-secret)\.ts$|\/tables\.ts$/
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
