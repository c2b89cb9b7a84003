import type { Child } from 'hono/jsx'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  Head,
  Layout,
  pageContext,
  show,
} from '../../../foundation/index.ts'

export interface PlainPage {
  title: string
  lead?: string
  errors?: FieldErrors
  scripts?: readonly string[]
  status?: 200 | 403 | 409 | 422 | 429
  children?: Child
}

/** One heading, a sentence, and what there is to press. Nothing about signing in is kept by anything in between. */
export function plainPage(
  c: AppContext,
  { title, lead, errors, scripts, status = 200, children }: PlainPage,
): Response {
  const page = pageContext(c)
  const answer = show(
    c,
    <Layout page={page} title={title} scripts={scripts} unlisted>
      <Head>{title}</Head>
      <ErrorSummary page={page} errors={errors} />
      <div class="row bare">
        <div class="main">
          {lead && <p class="lead">{lead}</p>}
          {children}
        </div>
      </div>
    </Layout>,
    status,
  )
  answer.headers.set('cache-control', 'private, no-store')
  return answer
}
