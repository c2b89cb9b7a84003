import type { House } from '../../foundation/index.ts'
import { accountsOf } from '../../members/index.ts'

/** Who a visitor of the sample community can be. It listens on this machine only, so these may be known. */
export const signIns = [
  { nick: 'mira', as: 'a member' },
  { nick: 'noor', as: 'a member who has just arrived' },
  { nick: 'jun', as: 'a steward' },
  { nick: 'ines', as: 'the administrator' },
] as const

export const samplePassword = 'a light at number 40'
export const addressOf = (nick: string) => `${nick}@lantern.example`

/** Makes the accounts of those who live in this sample. Resolves to account ids by nick. */
export async function makeSignIns(house: House, nicks: ReadonlySet<string>): Promise<Map<string, string>> {
  const made = signIns
    .filter(({ nick }) => nicks.has(nick))
    .map(async ({ nick }) => {
      const id = await accountsOf(house).create({
        email: addressOf(nick),
        confirmed: true,
        password: samplePassword,
      })
      return [nick, id] as const
    })
  return new Map(await Promise.all(made))
}

/** The lines printed at the start: who, how. */
export function signInLines(nicks: ReadonlySet<string>): string[] {
  const shown = signIns.filter(({ nick }) => nicks.has(nick))
  return [
    'Sign in with one of these addresses:',
    ...shown.map(({ nick, as }) => `  ${addressOf(nick).padEnd(24)} ${as}`),
    `and the password "${samplePassword}".`,
  ]
}
