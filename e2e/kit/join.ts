import type { Person } from './browser.ts'

/** The password of everybody who joins here. */
export const joinPassword = 'soup with too many marrows'

export const addressFor = (name: string) => `${name.toLowerCase()}@post.example`

/** Fills in the joining page that is open. */
export async function fillJoin({ page }: Person, name: string): Promise<void> {
  await page.getByLabel('What shall we call you?').fill(name)
  await page.getByLabel('E-mail').fill(addressFor(name))
  await page.getByLabel('I’d like to be part of that.').check()
  await page.getByLabel('I am 18 or older').check()
  await page.getByLabel('Password', { exact: true }).fill(joinPassword)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}

/** Somebody new becomes a member of an open place. */
export async function joinAs(one: Person, name: string): Promise<Person> {
  await one.page.goto('/join')
  await fillJoin(one, name)
  await one.page.getByRole('heading', { name: `Hello, ${name}. Nothing is expected of you.` }).waitFor()
  return one
}

/** Types an address and a password on the sign-in page. */
export async function typeSignIn({ page }: Person, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Whether this browser is signed in. */
export async function isSignedIn({ page }: Person): Promise<boolean> {
  await page.goto('/settings/sign-in')
  return (await page.getByRole('heading', { level: 1, name: 'How you sign in' }).count()) === 1
}
