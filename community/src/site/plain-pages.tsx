import { raw } from '#jsx/jsx-runtime'
import { experimentsNote } from '../experiments/index.ts'
import {
  type AppContext,
  Head,
  Layout,
  Note,
  pageContext,
  renderMarkdown,
  show,
} from '../foundation/index.ts'
import { siteWords as w } from './words.ts'

/** "How we talk here": the guidelines members agreed to. */
export async function showGuidelines(c: AppContext): Promise<Response> {
  const page = pageContext(c)
  const tried = await experimentsNote(page)
  const text = c.var.community.guidelines
  return show(
    c,
    <Layout page={page} title={page.t(w.guidelines)}>
      <Head>{page.t(w.guidelines)}</Head>
      <div class="row bare">
        <div class="main lede words">
          {text ? raw(renderMarkdown(text)) : <p>{page.t(w.noGuidelines)}</p>}
        </div>
        <Note>
          {page.t.rich(w.howRead, {
            link: (words) => <a href="/try">{words}</a>,
            pause: (words) => <a href="/guidelines/pause">{words}</a>,
          })}
          {tried && <span class="block">{tried}</span>}
        </Note>
      </div>
    </Layout>,
  )
}

/** Help that is there for anyone, signed in or not. */
export function showHelp(c: AppContext): Response {
  const page = pageContext(c)
  return show(
    c,
    <Layout page={page} title={page.t(w.help)}>
      <Head>{page.t(w.help)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{page.t(w.helpLead)}</p>
          <p>
            {page.t.rich(w.helpList, {
              link: (text) => (
                <a href="https://findahelpline.com" rel="noreferrer">
                  {text}
                </a>
              ),
            })}
          </p>
          <p class="house">{page.t(w.helpHere)}</p>
        </div>
      </div>
    </Layout>,
  )
}
