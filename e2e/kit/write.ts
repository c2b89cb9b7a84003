import type { Page } from 'playwright-core'
import type { Person } from './browser.ts'

/** The address of a page without what only this visit adds to it. */
export const bare = (page: Page) => page.url().replace(/[?#].*$/, '')

/** Writes a post. @returns its address */
export async function write({ page }: Person, space: string, words: string): Promise<string> {
  await page.goto(`/new?space=${space}`)
  await page.getByLabel('Your post').fill(words)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.waitForURL('**/posts/**')
  return bare(page)
}

/** Answers a post. */
export async function answer({ page }: Person, address: string, words: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Your answer').fill(words)
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  const posted = page.getByRole('article').getByText(words).first()
  // Hard words are asked about first.
  const anyway = page.getByRole('button', { name: 'Post as it is' })
  await posted.or(anyway).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await posted.waitFor()
}
