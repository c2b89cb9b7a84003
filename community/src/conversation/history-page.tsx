import { raw } from '#jsx/jsx-runtime'
import { type AppContext, Head, Layout, markChanges, pageContext, show } from '../foundation/index.ts'
import { addressOf } from './places.ts'
import { readHistory, type Version } from './read-history.ts'
import { conversationWords as w } from './words.ts'

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
  const history = await readHistory(house, viewer, postId, entryId === postId ? null : entryId)
  const { entry, post } = history
  const versions = marked(history.versions)
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
              {page.t(w.saidFrom, { time: page.time.within.moment(version.from) })}
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
