import { raw } from 'hono/html'
import {
  type AppContext,
  Head,
  Layout,
  markChanges,
  mentionedHandles,
  notFound,
  pageContext,
  renderMarkdown,
  show,
} from '../foundation/index.ts'
import { namesByHandle } from '../members/index.ts'
import { addressOf } from './places.ts'
import { entryPolicy, factsOfEntry } from './policy.ts'
import { readEntry } from './read-entry.ts'
import { conversationWords as w } from './words.ts'
import { readSource, versionsOf } from './words-store.ts'

interface Version {
  title: string | null
  html: string
  from: Date
}

/** Marks in each version what came with it and what went with the one after; youngest first. */
function marked(versions: readonly Version[]): Version[] {
  return versions.map((version, index) => {
    const older = versions[index + 1]
    const newer = versions[index - 1]
    const came = older ? markChanges(version.html, older.html, 'ins') : version.html
    return { ...version, html: newer ? markChanges(came, newer.html, 'del') : came }
  })
}

/** What a post or reply said before it was changed, youngest first, beginning with how it stands. */
export async function showHistory(c: AppContext, postId: string, entryId: string): Promise<Response> {
  const { house, viewer } = c.var
  const replyId = entryId === postId ? null : entryId
  const item = await readEntry(house, viewer, postId, replyId)
  if (!item || !entryPolicy.readHistory(viewer, factsOfEntry(item.post, item.entry))) throw notFound()
  const { entry, post } = item
  const [source, old] = await Promise.all([
    readSource(house.db, viewer.communityId, postId, replyId),
    versionsOf(house.db, viewer.communityId, entryId),
  ])
  if (!source) throw notFound()
  const said = [{ ...source, written_at: source.editedAt ?? source.createdAt }, ...old]
  const handles = said.flatMap(({ body }) => mentionedHandles(body))
  const found = await namesByHandle(house.db, viewer.communityId, handles)
  const names = new Map([...found].map(([handle, { name }]) => [handle, name]))
  const versions = marked(
    said.map(({ title, body, written_at }) => ({
      title,
      html: renderMarkdown(body, names),
      from: written_at,
    })),
  )
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.historyTitle)} unlisted>
      <Head
        side={page.t.rich(
          w.historyOf,
          { link: () => <a href={addressOf(entry)}>{post.title}</a> },
          { title: post.title },
        )}
      >
        {page.t(w.historyTitle)}
      </Head>
      <div class="row bare">
        <p class="main hint">{page.t(w.historyMarks)}</p>
      </div>
      <h2 class="vh">{page.t(w.historyTitle)}</h2>
      {versions.map((version, index) => (
        <section class="row">
          <p class="side">
            {index === 0 && (
              <>
                <b>{page.t(w.asItStands)}</b>
                <br />
              </>
            )}
            <time datetime={version.from.toISOString()}>
              {page.t(w.saidFrom, { time: page.time.moment(version.from) })}
            </time>
          </p>
          <div class="main" lang={entry.language} dir="auto">
            {version.title && version.title !== versions[index + 1]?.title && (
              <h3 class="title">{version.title}</h3>
            )}
            <div class="words">{raw(version.html)}</div>
          </div>
        </section>
      ))}
    </Layout>,
  )
}
