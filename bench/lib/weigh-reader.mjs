import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/** Bytes that travel, as small as Brotli makes them. */
export const compressed = (bytes) => brotliCompressSync(bytes).length

/** Bytes of a folder and all in it. */
export function folderSize(folder) {
  return sum(
    readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? folderSize(path) : statSync(path).size
    }),
  )
}

/** A script with all it needs, for `node` or for the `browser`. */
const bundle = (entry, platform) =>
  build({
    ...entry,
    platform,
    bundle: true,
    minify: true,
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  })

async function loadedBytes(entries) {
  const files = new Map()
  for (const entry of entries) {
    const { metafile } = await bundle(entry, 'node')
    for (const [file, { bytes }] of Object.entries(metafile.inputs))
      if (file !== '<stdin>') files.set(file, bytes)
  }
  return sum([...files.values()])
}

async function compressedBytes(entries) {
  const scripts = []
  for (const entry of entries) scripts.push((await bundle(entry, 'browser')).outputFiles[0].contents)
  return sum(scripts.map(compressed))
}

/**
 * Bytes of the files a reader loads in Node.js, scripts, words and models as they lie; and of what a page would fetch:
 * the part of the scripts that is used, minified, and the models, all compressed. `worker` is its script for either.
 */
export async function weighReader({ folder, imports, worker, models = [] }) {
  const main = { stdin: { contents: imports, resolveDir: folder } }
  const entries = (place) => (worker ? [main, { entryPoints: [worker[place]] }] : [main])
  return {
    loaded: (await loadedBytes(entries('node'))) + sum(models.map((file) => statSync(file).size)),
    compressed:
      (await compressedBytes(entries('browser'))) + sum(models.map((file) => compressed(readFileSync(file)))),
  }
}
