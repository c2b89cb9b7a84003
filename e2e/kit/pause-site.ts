import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { PAGE_POLICY, WORKER_POLICY } from '../../community/src/foundation/http/guard.ts'
import { buildPause } from '../../scripts/lib/pause.mjs'
import { carefulModel } from '../../tone/test/careful-model.ts'
import { tinyModel } from '../../tone/test/tiny-model.ts'
import { bundleWithFrameworks } from './frameworks.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Other words for what the tests write, the same in every version of the reading. */
const suggestions = `
const swap = (draft, move, ...pairs) => {
  const changes = pairs.map(([from, text]) => ({ begin: draft.indexOf(from), end: draft.indexOf(from) + from.length, text }))
  if (changes.some(({ begin }) => begin < 0)) return []
  return [{ text: pairs.reduce((all, [from, to]) => all.replace(from, to), draft), move, changes }]
}
export const otherWords = (draft) => [
    ...swap(draft, 'issue', ['you are a stupid idiot and never read', 'I don’t think these weeks followed']),
    ...swap(draft, 'drop_insult', ['are a stupid idiot and never read', 'did not follow']),
    ...swap(draft, 'question', ['you are a stupid idiot and never read the rota.', 'did these weeks follow the rota?']),
    ...swap(draft, 'issue', ['أنت غبي', 'لم يُتبع الجدول']),
]
export const otherWordsCarefully = async (draft) => otherWords(draft)`

type File = [type: string, body: Uint8Array | string, policy?: string]

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

async function filesOfSite(): Promise<Record<string, File>> {
  const ours = await shipped()
  return {
    '/plain.html': ['text/html', example('plain.html')],
    '/react.html': ['text/html', example('react.html')],
    '/vue.html': ['text/html', example('vue.html')],
    '/page.css': ['text/css', example('page.css')],
    '/kind-pause.js': ['text/javascript', ours('kind-pause.js')],
    '/other-words.js': ['text/javascript', suggestions],
    '/as-shipped/kind-pause.js': ['text/javascript', ours('kind-pause.js')],
    '/as-shipped/other-words.js': ['text/javascript', ours('other-words.js')],
    '/as-shipped/quick.bin': ['application/octet-stream', ours('quick.bin')],
    '/quick.bin': ['application/octet-stream', ours('quick.bin')],
    '/quick-de.bin': ['application/octet-stream', readFileSync(at('tone/src/model/quick-de.bin'))],
    '/careful-worker.js': ['text/javascript', ours('careful-worker.js'), WORKER_POLICY],
    '/small/quick.bin': ['application/octet-stream', tinyModel()],
    '/small/careful.bin': [
      'application/octet-stream',
      carefulModel({ heads: 4, layers: [256, 128], positions: 64, ask: { from: 0, until: 1 } }),
    ],
    '/react.js': ['text/javascript', await bundleWithFrameworks({ entry: at('pause/examples/react.jsx') })],
    '/vue.js': [
      'text/javascript',
      await bundleWithFrameworks({
        contents: `import { createApp } from 'vue'
import Answer from '${at('pause/examples/vue.vue')}'
createApp(Answer).mount('#app')`,
      }),
    ],
  }
}

/** Somebody else's site: strict, and it knows nothing of Kindling but one script tag. */
export interface PauseSite {
  url: string
  /** What was posted to it, in order: the fields as the browser sent them. */
  posted: URLSearchParams[]
  /** Serves another page: what stands in its body. */
  page(
    path: string,
    body: string,
    looks?: { lang?: string; dir?: string; script?: string; policy?: string; from?: string },
  ): void
  close(): void
}

export async function pauseSite(): Promise<PauseSite> {
  const files = await filesOfSite()
  const posted: URLSearchParams[] = []
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0]!
    if (request.method === 'POST') posted.push(new URLSearchParams(await text(request)))
    const found: File | undefined =
      request.method === 'POST' ? ['text/html', '<title>Posted</title>'] : files[path]
    const [type, body, policy = `${PAGE_POLICY}; require-trusted-types-for 'script'`] = found ?? [
      'text/plain',
      'nothing here',
    ]
    response
      .writeHead(found ? 200 : 404, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
      })
      .end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    page(path, body, { lang = 'en', dir = 'ltr', script, policy, from = '' } = {}) {
      if (script) files[`${path}.js`] = ['text/javascript', script]
      files[path] = [
        'text/html',
        `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"><script type="module" src="${from}/kind-pause.js"></script>
${script ? `<script type="module" src="${path}.js"></script>` : ''}</head><body><main><h1>A page</h1>${body}</main></body></html>`,
        policy,
      ]
    },
    close: () => void server.close(),
  }
}
