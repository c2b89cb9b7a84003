import { makeConfig, readEnv } from '../config/index.ts'
import { type House, KindlingError } from '../foundation/index.ts'
import { loadContent } from './demo/load.ts'
import { readContent } from './demo/read-content.ts'
import { shiftDays } from './demo/shift-days.ts'
import { signInLines } from './demo/sign-ins.ts'
import { runUntilStopped } from './serve.ts'
import { cliErrors } from './words.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Loads the sample community into an empty database, or moves it to today when it is there already. */
async function prepare(house: House, place: 'lantern-street' | 'table'): Promise<void> {
  const content = await readContent(place)
  const communities = await house.db.selectFrom('communities').select(['id', 'name', 'created_at']).execute()
  if (communities.length === 0) {
    await loadContent(house, content)
    return
  }
  const [only] = communities
  if (communities.length > 1 || only!.name !== content.name)
    throw new KindlingError('not_a_demo', cliErrors.notADemo)
  const loadedDay = new Date(only!.created_at.getTime() + 361 * 86_400_000)
  await shiftDays(house, content.timeZone, loadedDay)
}

/** `kindling demo [table]`: the sample community in a data folder of its own. */
export async function demo(args: string[]): Promise<number> {
  const place = args.includes('table') ? 'table' : 'lantern-street'
  const env = readEnv()
  const config = makeConfig(env, {
    demo: true,
    ...(env.KINDLING_DATA ? {} : { dataFolder: place === 'table' ? 'data-demo-table' : 'data-demo' }),
  })
  return runUntilStopped(config, {
    prepare: (house) => prepare(house, place),
    async greet(url) {
      const { members } = await readContent(place)
      say(`Lantern Street is open at ${url}`)
      for (const line of signInLines(new Set(members.map(({ nick }) => nick)))) say(line)
    },
  })
}
