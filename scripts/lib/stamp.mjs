import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './root.mjs'

const lockfile = inRoot('package-lock.json')
const installStamp = inRoot('node_modules', '.kindling-stamp')
// In what it vouches for: whoever removes the build removes the stamp.
const buildStamp = inRoot('community', 'dist', '.stamp')

const sources = [
  'tone/kernel',
  'tone/src',
  'pause/src',
  'community/src',
  'community/client',
  'scripts/build.mjs',
  'scripts/lib',
  'tsconfig.base.json',
  'package-lock.json',
  ...['tone', 'pause', 'community'].flatMap((name) => [`${name}/tsconfig.json`, `${name}/package.json`]),
]

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function wantedInstall() {
  const content = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
  return `${process.platform} ${process.arch} ${content}`
}

/** Packages that someone installed by hand after the lockfile last changed are as good as ours. */
function installedByHand() {
  const trace = statSync(inRoot('node_modules', '.package-lock.json'), { throwIfNoEntry: false })
  return trace !== undefined && trace.mtimeMs >= statSync(lockfile).mtimeMs
}

export function isInstalled() {
  const stamp = read(installStamp)
  return stamp === undefined ? installedByHand() : stamp === wantedInstall()
}

export function markInstalled() {
  writeFileSync(installStamp, wantedInstall())
}

function describe(path, lines) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) describe(join(path, name), lines)
  } else if (!/\.(test|generated)\.tsx?$/.test(path)) lines.push(`${path} ${found.size} ${found.mtimeMs}`)
}

/** Changes when a file that the build reads does. Sizes and times tell as much as content, sooner. */
export function sourceStamp() {
  const lines = []
  for (const source of sources) describe(inRoot(source), lines)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

export function isBuilt() {
  return read(buildStamp) === sourceStamp()
}

export function markBuilt(stamp) {
  writeFileSync(buildStamp, stamp)
}
