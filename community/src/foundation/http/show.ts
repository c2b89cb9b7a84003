import type { AppContext } from './request.ts'

type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** Answers with a page. Pages of signed-in people are not kept by anything between us and them. */
export function show(c: AppContext, page: unknown, status: Status = 200): Response {
  c.header('cache-control', c.var.viewer?.accountId ? 'private, no-store' : 'no-cache')
  return c.html(String(page), status)
}
