import type { Person } from './browser.ts'

/** The password that the sample community prints. */
const password = 'a light at number 40'

/** Signs in one of the people whom the sample community lets a visitor be. */
export async function signIn({ page }: Person, nick: 'mira' | 'noor' | 'jun' | 'ines'): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(`${nick}@lantern.example`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
