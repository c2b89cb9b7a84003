import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { thorough } from './thorough.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** What axe finds against WCAG 2.2 AA on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, not added as a tag: the page's own policy allows no foreign script.
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
    ).axe
    const result = await runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }))
  })
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} (${failureSummary})`).join('\n')}`,
  )
}

const looked = new Set<string>()

/** What axe looks at: the kind of page at a width, in one colour scheme or the other. */
async function kindOf(page: Page): Promise<string> {
  const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, 'id')
  return `${path} ${page.viewportSize()?.width} ${await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)}`
}

/** Finds nothing with axe. In `npm test` each kind of page is looked at once in a file, under `npm run endure` each time. */
export async function expectAccessible(page: Page): Promise<void> {
  const kind = await kindOf(page)
  if (looked.has(kind) && !thorough) return
  looked.add(kind)
  expect(await violations(page), page.url()).toEqual([])
}

/** Nothing sticks out sideways at the page's width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider, page.url()).toBeLessThanOrEqual(0)
}
