import { type AppContext, clientAddress, takeToken, tooOften, waitSentence } from '../../foundation/index.ts'

/** At most so many in so many seconds. By client address, by e-mail address, and by the two together. */
const LIMITS = {
  'sign-up-from': { limit: 12, seconds: 3600 },
  'sign-up-for': { limit: 4, seconds: 3600 },
  'sign-in-from': { limit: 30, seconds: 900 },
  'sign-in-for': { limit: 40, seconds: 3600 },
  'sign-in-pair': { limit: 8, seconds: 900 },
  'letter-from': { limit: 20, seconds: 3600 },
  'letter-to': { limit: 4, seconds: 1800 },
  'code-from': { limit: 20, seconds: 900 },
  'settings-of': { limit: 30, seconds: 900 },
} as const
type Kind = keyof typeof LIMITS

async function seconds(c: AppContext, kind: Kind, subject: string): Promise<number> {
  const { house, community } = c.var
  const taken = await takeToken(house.db, {
    communityId: community.id,
    kind,
    subject,
    ...LIMITS[kind],
    now: house.clock.now(),
  })
  return taken.ok ? 0 : taken.retryAfterSeconds
}

type Takings = [Kind, string][]

/** Counts what is about to be done. @returns the seconds somebody has to wait; 0 lets them go on */
async function secondsToWait(c: AppContext, takings: Takings): Promise<number> {
  for (const [kind, subject] of takings) {
    const wait = await seconds(c, kind, subject)
    if (wait > 0) return wait
  }
  return 0
}

/** @returns what to say, beside a form, to somebody who has to wait */
async function allow(c: AppContext, ...takings: Takings): Promise<string | undefined> {
  const wait = await secondsToWait(c, takings)
  if (wait === 0) return undefined
  c.header('retry-after', String(wait))
  return waitSentence(c.var.t, wait)
}

/** For where no form is there to say so. @throws KindlingError `too_often` */
async function refuseMore(c: AppContext, ...takings: Takings): Promise<void> {
  const wait = await secondsToWait(c, takings)
  if (wait > 0) throw tooOften(wait)
}

export const allowSignUp = (c: AppContext, email: string) =>
  allow(c, ['sign-up-from', clientAddress(c)], ['sign-up-for', email])
/** The tight limit is on who tries: somebody else cannot shut an account's owner out by trying badly. */
export const allowSignIn = (c: AppContext, email: string) => {
  const from = clientAddress(c)
  return allow(c, ['sign-in-from', from], ['sign-in-pair', `${from} ${email}`], ['sign-in-for', email])
}
export const allowLetter = (c: AppContext, email: string) =>
  allow(c, ['letter-from', clientAddress(c)], ['letter-to', email])
export const allowCode = (c: AppContext) => allow(c, ['code-from', clientAddress(c)])
export const refuseMoreCodes = (c: AppContext) => refuseMore(c, ['code-from', clientAddress(c)])
export const refuseMoreChanges = (c: AppContext, accountId: string) =>
  refuseMore(c, ['settings-of', accountId])
