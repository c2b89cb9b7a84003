import type { ErrorHandler } from 'hono'
import { problem } from '../api/problem.ts'
import { KindlingError } from '../errors/kindling-error.ts'
import { inEnglish, type Translator } from '../i18n/translator.ts'
import { stackOf } from '../log/stack-of.ts'
import { Layout } from '../pages/layout.tsx'
import { Head } from '../pages/parts.tsx'
import { pageWords as w } from '../pages/words.ts'
import { type AppContext, type AppEnv, pageContext, SignInNeeded } from './request.ts'
import { show } from './show.ts'
import { httpErrors } from './words.ts'

function wantsData(c: AppContext): boolean {
  const path = new URL(c.req.url).pathname
  return path.startsWith('/api/') || (c.req.header('accept') ?? '').startsWith('application/json')
}

function ErrorPage({ c, status, message }: { c: AppContext; status: number; message: string }) {
  const page = pageContext(c)
  const heading = status === 404 ? w.notFoundTitle : status >= 500 ? w.errorTitle : w.refusedTitle
  return (
    <Layout page={page} title={page.t(heading)} unlisted>
      <Head>{page.t(heading)}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{message}</p>
          <p class="bar">
            <a class="b go" href="/">
              {page.t(w.home)}
            </a>
          </p>
        </div>
      </div>
    </Layout>
  )
}

function known(
  error: Error,
  t: Translator,
): { status: number; code: string; message: string; details?: Record<string, unknown> } | undefined {
  if (error instanceof KindlingError && error.status < 500)
    return { status: error.status, code: error.code, message: error.sentence(t), details: error.details }
  const status = (error as { status?: unknown }).status
  if (typeof status === 'number' && status >= 400 && status < 500)
    return {
      status,
      code: 'request_refused',
      message: t(httpErrors.requestRefused),
    }
  return undefined
}

/** Turns every error into an answer, in one place: a page for people, problem+json for programs. */
export const answerErrors: ErrorHandler<AppEnv> = (error, c) => {
  // Before the first step of a request nobody has chosen a language.
  const t = c.var.t ?? inEnglish
  const told = known(error, t)
  if (!told) {
    // The stack, never the request: what people wrote stays out of the log.
    c.var.house?.log.error('request_failed', {
      requestId: c.var.requestId,
      name: error.name,
      code: (error as { code?: string }).code,
      stack: stackOf(error),
    })
  }
  const { status, code, message, details } = told ?? {
    status: 500,
    code: 'broken',
    message: t(w.error),
    details: undefined,
  }
  if (wantsData(c) || !c.var.community) return problem(c, { status, code, message, details })
  if (error instanceof SignInNeeded && c.req.method === 'GET') {
    const url = new URL(c.req.url)
    return c.redirect(`/sign-in?then=${encodeURIComponent(url.pathname + url.search)}`, 303)
  }
  const wait = details?.retryAfterSeconds
  if (typeof wait === 'number') c.header('retry-after', String(wait))
  const text = code === 'not_found' ? t(w.notFound) : message
  return show(c, <ErrorPage c={c} status={status} message={text} />, status as 404)
}
