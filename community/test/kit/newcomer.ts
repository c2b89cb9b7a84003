import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { recentLetters } from '../../src/foundation/index.ts'
import { accountsFeature, membersFeature } from '../../src/members/index.ts'
import { type Browser, makePlace, ORIGIN, type Place } from './place.ts'

export const PASSWORD = 'the heron waits by the weir'
/** The field of forms that says where to afterwards. */
export const THEN = 'then'
export let place: Place
export let number = 0

export let browser: Browser
export let email: string

/** For a test file: a place, and for every test somebody new at its door. */
export function newcomers(): void {
  beforeAll(async () => {
    number = 0
    place = await makePlace({ features: [membersFeature, accountsFeature] })
  })
  afterAll(() => place.close())
  beforeEach(() => {
    number++
    browser = place.open(`192.0.2.${number}`)
    email = `noor${number}@example.org`
  })
}

/** Another device of theirs. */
export const anew = () => place.open(`198.51.100.${number}`)
export const words = async (answer: Response) =>
  (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
export const to = (answer: Response) => answer.headers.get('location')

export async function letters(address = email) {
  return (await recentLetters(place.house.db, place.community.id, 500)).filter(
    (letter) => letter.to === address,
  )
}
/** The link in the newest letter to an address. */
export async function lastLink(address = email): Promise<string> {
  const [letter] = await letters(address)
  return /http:\/\/localhost:4600(\S*token=\S+)/.exec(letter!.text)![1]!
}
export const tokenOf = (link: string) => new URL(link, ORIGIN).searchParams.get('token')!

export const joinForm = (more: Record<string, string> = {}) => ({
  name: 'Noor',
  email,
  agree: 'yes',
  adult: 'yes',
  password: PASSWORD,
  way: 'password',
  ...more,
})

export async function join(more: Record<string, string> = {}): Promise<void> {
  const answer = await browser.post('/join', joinForm(more))
  expect([answer.status, to(answer)]).toEqual([303, '/arrived'])
}
export const signIn = (where: Browser, password = PASSWORD, more: Record<string, string> = {}) =>
  where.post('/sign-in', { email, password, way: 'password', ...more })
export const isSignedIn = async (where: Browser) => (await where.get('/settings/sign-in')).status === 200

/** Opens the letter that asks whether the address is theirs. */
export async function confirm(): Promise<void> {
  const answer = await anew().post('/sign-in/confirm', { token: tokenOf(await lastLink()) })
  expect(answer.status).toBe(200)
}
