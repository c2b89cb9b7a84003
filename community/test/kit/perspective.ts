import { Hono } from 'hono'
import { addPerspectiveRoutes } from '../../src/open/perspective/app.ts'
import { MemoryRates } from '../../src/open/perspective/rates.ts'
import { PerspectiveReader } from '../../src/open/perspective/reader.ts'
import type { Service } from '../../src/open/perspective/service.ts'

const reader = await PerspectiveReader.start('quick')

/** The routes alone, with a reader that is loaded; anyone may ask as often as they like unless `parts` says otherwise. */
export function appWith(parts: Partial<Service> = {}) {
  const service: Service = {
    reader: async () => reader,
    admit: () => ({ name: 'anyone', perMinute: undefined }),
    rates: new MemoryRates(),
    failed(error) {
      throw error
    },
    ...parts,
  }
  const app = new Hono()
  addPerspectiveRoutes(app, { service: () => service, address: () => '192.0.2.1' })
  return app
}

interface Score {
  value: number
}
interface Span {
  begin: number
  end: number
  score: Score
}
export interface Body {
  attributeScores: Record<string, { summaryScore: Score; spanScores: Span[] }>
  languages: string[]
  detectedLanguages: string[]
  clientToken: string
  error: { code: number; message: string; status: string; details: Record<string, unknown>[] }
}
interface Told {
  status: number
  body: Body
  headers: Headers
}

/** Posts to one of the two methods. */
export async function ask(
  app: ReturnType<typeof appWith>,
  body: unknown,
  path = 'analyze',
  query = '',
): Promise<Told> {
  const response = await app.request(`http://home.example/v1alpha1/comments:${path}${query}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Body, headers: response.headers }
}

/** A request for one attribute of a comment. */
export const comment = (text: string, more: object = {}) => ({
  comment: { text },
  requestedAttributes: { TOXICITY: {} },
  ...more,
})
