import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'google-chrome', 'chromium-browser']
const macApps = ['Google Chrome', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, ...macApps].find(isProgram)
}

/** On Debian and its relatives root can get one without asking anybody. */
function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  process.stdout.write('Installing a browser for the tests (about a minute, once) ...\n')
  try {
    execFileSync('apt-get', ['update', '-qq'], options)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  } catch {
    // The sentence below says what to do.
  }
}

/**
 * The path of a Chromium to run tests in, installed first where that is possible.
 * @returns {string}
 */
export function findBrowser() {
  const given = process.env.CHROMIUM
  if (given && isProgram(given)) return given
  if (given) throw new Error(`CHROMIUM is "${given}", but there is no program at that path.`)
  const found = onPath()
  if (found) return found
  installWithApt()
  const installed = onPath()
  if (installed) return installed
  throw new Error(
    'The tests need a browser: install Chromium or Google Chrome, or set CHROMIUM to the path of one.',
  )
}
