import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WORKER_POLICY } from '../../community/src/foundation/http/guard.ts'
import { buildPause } from '../../scripts/lib/pause.mjs'
import { carefulModel } from '../../tone/test/careful-model.ts'
import { tinyModel } from '../../tone/test/tiny-model.ts'
import { bundleWithFrameworks } from './frameworks.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

type Content = Uint8Array | string

/** What is served under one path; what takes long to make is made when it is first asked for. */
export type File = [type: string, content: Content | (() => Promise<Content>), policy?: string]

/** Other words for what the tests write, the same in every version of the reading. */
const suggestions = `
const swap = (draft, move, ...pairs) => {
  const changes = pairs.map(([from, text]) => ({ begin: draft.indexOf(from), end: draft.indexOf(from) + from.length, text }))
  if (changes.some(({ begin }) => begin < 0)) return []
  return [{ text: pairs.reduce((all, [from, to]) => all.replace(from, to), draft), move, changes }]
}
export const rephraseWith = (draft) => [
    ...swap(draft, 'issue', ['you are a stupid idiot and never read', 'I don’t think these weeks followed']),
    ...swap(draft, 'drop_insult', ['are a stupid idiot and never read', 'did not follow']),
    ...swap(draft, 'question', ['you are a stupid idiot and never read the rota.', 'did these weeks follow the rota?']),
    ...swap(draft, 'issue', ['أنت غبي', 'لم يُتبع الجدول']),
]
export const rephraseCarefullyWith = async (draft) => rephraseWith(draft)`

const mountVue = `import { createApp } from 'vue'
import Answer from '${at('pause/examples/vue.vue')}'
createApp(Answer).mount('#app')`

const page = (content: Content): File => ['text/html', content]
const script = (content: File[1], policy?: string): File => ['text/javascript', content, policy]
const model = (content: Content): File => ['application/octet-stream', content]

const example = (name: string): string => readFileSync(at(`pause/examples/${name}`), 'utf8')

/** What a site serves of ours, as the build makes it. */
async function shipped(): Promise<(name: string) => Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'kind-pause-site-'))
  await buildPause(folder)
  const names = ['kind-pause.js', 'other-words.js', 'careful-worker.js', 'quick.bin']
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
  rmSync(folder, { recursive: true })
  return (name) => files.get(name)!
}

/** All that the test site serves before a test adds pages of its own. */
export async function filesOfOurs(): Promise<Record<string, File>> {
  const ours = await shipped()
  return {
    '/favicon.ico': ['image/x-icon', ''],
    '/plain.html': page(example('plain.html')),
    '/react.html': page(example('react.html')),
    '/vue.html': page(example('vue.html')),
    '/page.css': ['text/css', example('page.css')],
    '/kind-pause.js': script(ours('kind-pause.js')),
    '/other-words.js': script(suggestions),
    '/quick.bin': model(ours('quick.bin')),
    '/quick-de.bin': model(readFileSync(at('tone/src/model/quick-de.bin'))),
    '/as-shipped/kind-pause.js': script(ours('kind-pause.js')),
    '/as-shipped/other-words.js': script(ours('other-words.js')),
    '/as-shipped/quick.bin': model(ours('quick.bin')),
    '/careful-worker.js': script(ours('careful-worker.js'), WORKER_POLICY),
    '/small/quick.bin': model(tinyModel()),
    '/small/careful.bin': model(
      carefulModel({ heads: 4, layers: [256, 128], positions: 64, ask: { from: 0, until: 1 } }),
    ),
    // Never asked: quick is sure of everything.
    '/small/never-asked.bin': model(
      carefulModel({ heads: 4, layers: [256, 128], positions: 64, ask: { from: 2, until: 3 } }),
    ),
    '/react.js': script(() => bundleWithFrameworks({ entry: at('pause/examples/react.jsx') })),
    '/vue.js': script(() => bundleWithFrameworks({ contents: mountVue })),
  }
}
