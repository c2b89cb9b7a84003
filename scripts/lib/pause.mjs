import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, otherWords, wordsBeside } from './bundle.mjs'
import { inRoot } from './root.mjs'

const inTone = (...path) => inRoot('tone', 'src', ...path)

const script = (entry, options = {}) => bundle(entry, { charset: 'utf8', logLevel: 'silent', ...options })

/** `<kind-pause>` with tone's sources inside, as far as it uses them. */
const element = () =>
  script(inRoot('pause', 'src', 'kind-pause.ts'), {
    alias: { '@kindling/tone': inTone('index.ts') },
    plugins: [wordsBeside('./other-words.js')],
  })

/**
 * Makes what one script tag loads: `<kind-pause>` as one module with the quick reader inside; beside it the model, what finds
 * other words (without a reader: the script hands in its own), and the careful reader's worker for sites that serve it. From the sources: nothing has to be built before.
 */
export async function buildPause(folder) {
  const put = (name, content) => writeFileSync(join(folder, name), content)
  mkdirSync(folder, { recursive: true })
  put('kind-pause.js', await element())
  put('other-words.js', await otherWords())
  put('careful-worker.js', await script(inTone('careful', 'worker.ts')))
  cpSync(inTone('model', 'quick.bin'), join(folder, 'quick.bin'))
}
