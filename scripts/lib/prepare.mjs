import { rmSync } from 'node:fs'
import { alone } from './lock.mjs'
import { inRoot } from './root.mjs'
import { npm, run } from './run.mjs'
import { isBuilt, isInstalled, markInstalled } from './stamp.mjs'
import { step } from './step.mjs'

async function install() {
  rmSync(inRoot('node_modules', '.kindling-stamp'), { force: true })
  await step(
    'Installing packages (about a minute, once)',
    // The build needs what production leaves out, and the database comes as an optional package.
    () => npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], { quiet: true }),
    'The packages could not be installed. If there is no connection to the registry, try again when there is one.',
  )
  markInstalled()
}

function build() {
  return step(
    'Building',
    () => run(process.execPath, [inRoot('scripts', 'build.mjs')], { quiet: true }),
    'The build failed: the lines above say where.',
  )
}

/** Installs and builds what is missing or out of date, and nothing else. */
export async function prepare() {
  if (isInstalled() && isBuilt()) return
  await alone(async () => {
    if (!isInstalled()) await install()
    if (!isBuilt()) await build()
  })
}
