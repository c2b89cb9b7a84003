import { pathToFileURL } from 'node:url'
import { checkNode } from './lib/check-node.mjs'
import { prepare } from './lib/prepare.mjs'
import { inRoot } from './lib/root.mjs'

/** `npm start -- --demo table` is `kindling demo table`; everything else is `kindling serve`. */
function commandOf(args) {
  return args.includes('--demo') ? ['demo', ...args.filter((arg) => arg !== '--demo')] : ['serve', ...args]
}

checkNode()
const args = process.argv.slice(2)
await prepare()
if (!args.includes('--only-setup')) {
  // In this very process: Ctrl-C, signals and the exit code need nobody to pass them on.
  const main = inRoot('community', 'dist', 'cli', 'main.js')
  process.argv = [process.argv[0], main, ...commandOf(args)]
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(main).href)
}
