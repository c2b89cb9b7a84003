import { createHash } from 'node:crypto'
import { type FeedPage, type PostLine, readFeed } from '../conversation/index.ts'
import { type AppContext, notFound, visitor } from '../foundation/index.ts'
import { type Space, visibleSpace } from '../spaces/index.ts'
import { openWords as w } from './words.ts'

const LENGTH = 20
const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML: what XML 1.0 cannot hold is left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => NAMED[character]!)
}

function entryOf(line: PostLine, root: string, nobody: string): string {
  const link = `${root}/posts/${line.id}`
  const written = line.createdAt.toISOString()
  return `<entry xml:lang="${xml(line.language)}"><id>urn:uuid:${line.id}</id><title>${xml(line.title)}</title>
<link href="${xml(link)}"/><published>${written}</published><updated>${written}</updated>
<author><name>${xml(line.author?.name ?? nobody)}</name></author><summary>${xml(line.excerpt)}</summary></entry>`
}

function atom(c: AppContext, space: Space, page: FeedPage): string {
  const { house, community, t } = c.var
  const root = house.config.url
  const own = `${root}/spaces/${space.slug}`
  const updated = page.lines[0]?.createdAt ?? community.openedAt ?? new Date(0)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(community.language)}"><id>urn:uuid:${space.id}</id>
<title>${xml(t(w.feedOf, { space: space.name, place: community.name }))}</title><subtitle>${xml(space.description)}</subtitle>
<link rel="self" type="application/atom+xml" href="${xml(own)}/feed.xml"/><link href="${xml(own)}"/><updated>${updated.toISOString()}</updated>
${page.lines.map((line) => entryOf(line, root, t(w.aMember))).join('\n')}
</feed>
`
}

/** GET /spaces/:slug/feed.xml: the newest posts of a public space, as anybody may read them. */
export async function showFeed(c: AppContext): Promise<Response> {
  const { house, community } = c.var
  // Always as a visitor, whoever asks: readers keep feeds and pass them on.
  const anyone = visitor(community.id)
  const space = await visibleSpace(house, anyone, c.req.param('slug') ?? '')
  if (!space) throw notFound()
  const body = atom(
    c,
    space,
    await readFeed(house, anyone, { spaceIds: [space.id], order: 'newest', limit: LENGTH }),
  )
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { etag: tag, 'cache-control': 'public, max-age=300' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  return c.body(body, 200, { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' })
}
