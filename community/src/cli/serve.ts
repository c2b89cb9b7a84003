import { makeSetUpLink, preparePlace } from '../admin/index.ts'
import { type Config, makeConfig, readEnv } from '../config/index.ts'
import type { House } from '../foundation/index.ts'
import { start } from '../main.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

export interface Opening {
  /** Before the doors open, with the database ready. */
  prepare?(house: House): Promise<void>
  /** Once the address answers. */
  greet(url: string, house: House): Promise<void> | void
}

/** Starts, prints the address, and runs until told to stop. */
export async function runUntilStopped(config: Config, opening: Opening): Promise<number> {
  const running = await start(config, say, opening.prepare)
  await opening.greet(running.url, running.house)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  say('Closing ...')
  await running.stop()
  say('Closed.')
  return 0
}

/** Prints where the place is and, until somebody looks after it, the link that sets it up. */
async function greet(url: string, house: House): Promise<void> {
  say(`Kindling is open at ${url}`)
  const [community] = await house.communities.all()
  if (!community || community.openedAt) return
  const link = await makeSetUpLink(house, community)
  say(
    link
      ? `Set this place up, in about three minutes: ${link}`
      : `Its doors are not open yet. Sign in and open them: ${url}/admin/doors`,
  )
}

/** `kindling serve` */
export async function serve(): Promise<number> {
  return runUntilStopped(makeConfig(readEnv()), { prepare: preparePlace, greet })
}
