import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from '../../scripts/lib/run.mjs'
import { benchData } from './place.mjs'

const { before, packages } = JSON.parse(readFileSync(new URL('../others.json', import.meta.url), 'utf8'))

/** Names of the packages that ours stand beside; each is installed in a folder of its own, so that it can be weighed. */
export const otherNames = Object.keys(packages)

export const versionsOf = (name) => packages[name]

export const folderOf = (name) => join(benchData, 'others', name)

// The day keeps what these need themselves at the same versions, without a list of some hundred names.
const flags = ['--before', before, '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund']

async function install(name) {
  const folder = folderOf(name)
  const mark = join(folder, 'installed.json')
  const wanted = JSON.stringify({ before, dependencies: packages[name] })
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages[name] }))
  const { code, output } = await npm(['install', '--prefix', folder, ...flags], { quiet: true })
  if (code !== 0) throw new Error(`${name} could not be installed.\n${output}`)
  writeFileSync(mark, wanted)
}

/** Installs what is not there yet. Throws without a connection to the registry. */
export async function installOthers(say) {
  for (const name of otherNames) {
    say(`${name} ...`)
    await install(name)
  }
}
