import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll } from 'vitest'
import { PAGE_POLICY } from '../../community/src/foundation/http/guard.ts'
import { type File, filesOfOurs } from './pause-files.ts'

const STRICT = `${PAGE_POLICY}; require-trusted-types-for 'script'`

interface Looks {
  lang?: string
  dir?: string
  script?: string
  policy?: string
  from?: string
}

/** Somebody else's site: strict, and it knows nothing of Kindling but one script tag. */
export class PauseSite {
  url = ''
  /** What was posted to it, in order: the fields as the browser sent them. */
  readonly posted: URLSearchParams[] = []
  readonly #files = new Map<string, File>()
  readonly #server = createServer((request, response) => this.#answer(request, response))

  async open(): Promise<void> {
    for (const [path, file] of Object.entries(await filesOfOurs())) this.#files.set(path, file)
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.close()
  }

  /** Serves another page: what stands in its body. */
  page(path: string, body: string, looks: Looks = {}): void {
    const { lang = 'en', dir = 'ltr', script, policy, from = '' } = looks
    if (script) this.#files.set(`${path}.js`, ['text/javascript', script])
    const whole = `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"><script type="module" src="${from}/kind-pause.js"></script>
${script ? `<script type="module" src="${path}.js"></script>` : ''}</head><body><main><h1>A page</h1>${body}</main></body></html>`
    this.#files.set(path, ['text/html', whole, policy])
  }

  /** What is posted from now on, whenever that is asked. */
  since(): () => URLSearchParams[] {
    const before = this.posted.length
    return () => this.posted.slice(before)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await this.#fileFor(request)
    const [type, content, policy = STRICT] = found ?? ['text/plain', 'nothing here']
    response
      .writeHead(found ? 200 : 404, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
      })
      .end(typeof content === 'function' ? await content() : content)
  }

  async #fileFor(request: IncomingMessage): Promise<File | undefined> {
    if (request.method !== 'POST') return this.#files.get((request.url ?? '').split('?')[0]!)
    this.posted.push(new URLSearchParams(await text(request)))
    return ['text/html', '<title>Posted</title>']
  }
}

/** A site for all tests of a file. */
export function usePauseSite(): PauseSite {
  const site = new PauseSite()
  beforeAll(() => site.open())
  afterAll(() => site.close())
  return site
}
