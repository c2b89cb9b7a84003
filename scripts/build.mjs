import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAssets } from './lib/assets.mjs'
import { buildKernel } from './lib/kernel.mjs'
import { buildPause } from './lib/pause.mjs'
import { inRoot } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { markBuilt, sourceStamp } from './lib/stamp.mjs'

export { buildAssets }

// Each is built from the finished ones before it.
const packages = ['tone', 'pause', 'community']

/** What code reads at run time beside itself: model files, lists, templates. Styles go through buildAssets. */
function copyOtherFiles(name) {
  const source = inRoot(name, 'src')
  for (const file of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || /\.(tsx?|css)$/.test(file.name)) continue
    const path = join(file.parentPath, file.name)
    cpSync(path, inRoot(name, 'dist', path.slice(source.length + 1)))
  }
}

async function compile(name) {
  const { code } = await run(process.execPath, [
    inRoot('node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    name,
  ])
  if (code !== 0) throw new Error(`${name} does not compile.`)
}

/** Builds the three packages and what browsers load, from nothing. */
export async function build() {
  const stamp = sourceStamp()
  await buildKernel()
  for (const name of packages) rmSync(inRoot(name, 'dist'), { recursive: true, force: true })
  for (const name of packages) {
    await compile(name)
    copyOtherFiles(name)
  }
  await buildPause(inRoot('pause', 'dist'))
  await buildAssets(inRoot('community', 'dist', 'assets'))
  markBuilt(stamp)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
}
