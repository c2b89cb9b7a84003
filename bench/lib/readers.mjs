import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { folderOf, otherNames, versionsOf } from './others.mjs'
import { root } from './place.mjs'
import { waysToRead } from './ways-to-read.mjs'
import { folderSize, weighReader } from './weigh-reader.mjs'

const tone = join(root, 'tone')
const dist = join(tone, 'dist')

const modelOf = (name) => join(dist, 'model', `${name}.bin`)
const verdictsOf = (name) => Object.keys(waysToRead[name].verdicts)

function other(name) {
  const folder = folderOf(name)
  const versions = Object.entries(versionsOf(name))
  return {
    name,
    title: name,
    version: versions.map((one) => one.join(' ')).join(', '),
    verdicts: verdictsOf(name),
    folder,
    weigh: async () => ({
      ...(await weighReader({ folder, imports: waysToRead[name].imports })),
      installed: folderSize(join(folder, 'node_modules')),
    }),
  }
}

/** What npm would lay down of our package: what its `files` name. */
const installedSize = () =>
  folderSize(dist) + statSync(join(tone, 'LICENSE')).size + statSync(join(tone, 'README.md')).size

function ours(name, modelNames, worker) {
  const models = modelNames.map(modelOf)
  return {
    name,
    title: `Kindling, ${name}`,
    verdicts: verdictsOf(name),
    folder: tone,
    inThread: worker !== undefined,
    weigh: async () => ({
      ...(await weighReader({ folder: tone, imports: waysToRead[name].imports, worker, models })),
      installed: installedSize(),
    }),
  }
}

const worker = { node: join(dist, 'node/careful-worker.js'), browser: join(dist, 'careful/worker.js') }

/** Every reader of the comparison: what it is called, where it lies, what it says and how it is weighed. */
export function readersSideBySide() {
  const readers = [...otherNames.map(other), ours('quick', ['quick'])]
  if (existsSync(modelOf('careful'))) readers.push(ours('careful', ['quick', 'careful'], worker))
  return readers
}
