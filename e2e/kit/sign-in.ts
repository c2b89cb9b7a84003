import type { Person } from './browser.ts'

/** The password that the sample community prints. */
const password = 'a light at number 40'

/**
 * Signs in one of the people whom the sample community lets a visitor be, and stands on the front page. The form is sent
 * without being filled in: that it can be is a journey of its own.
 */
export async function signIn(
  { context, page }: Person,
  nick: 'mira' | 'noor' | 'jun' | 'ines',
): Promise<void> {
  const email = `${nick}@lantern.example`
  const answer = await context.request.post('/sign-in', { form: { email, password }, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${nick} was not let in: ${answer.status()}.`)
  await page.goto('/')
}
