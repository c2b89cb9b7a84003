import type { Person } from './browser.ts'

/** A letter as it lies in the outbox, because no mail server is set up. */
export interface Letter {
  to: string
  subject: string
  text: string
}

/** What waits in the outbox, newest first, read by an administrator as they would read it. */
export async function outbox({ context }: Person): Promise<Letter[]> {
  // In a page of its own: the administrator may be in the middle of something.
  const page = await context.newPage()
  await page.goto('/admin/letters')
  await page.getByRole('heading', { name: 'Outbox' }).waitFor()
  const letters = await page.locator('main section.row').all()
  const read = await Promise.all(
    letters.map(async (one) => ({
      to: ((await one.locator('.dim').textContent()) ?? '').replace(/^To /, ''),
      subject: (await one.locator('h2').textContent()) ?? '',
      text: (await one.locator('pre').textContent()) ?? '',
    })),
  )
  await page.close()
  return read
}

/** The newest letter to somebody, as soon as it lies there. */
export async function letterTo(administrator: Person, to: string, subject: RegExp = /./): Promise<Letter> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const letter = (await outbox(administrator)).find((one) => one.to === to && subject.test(one.subject))
    if (letter) return letter
    if (Date.now() > deadline) throw new Error(`No letter to ${to} with ${subject} arrived.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The address to press in a letter. */
export function linkIn({ text }: Letter): string {
  const found = /https?:\/\/\S+/.exec(text)
  if (!found) throw new Error(`There is no link in the letter:\n${text}`)
  return found[0]
}
