import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seed } from '../seed/seed.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const built = (file) => new URL(`../../community/dist/${file}`, import.meta.url)

/** Loads a file of the built community. */
export async function fromBuild(file) {
  if (!existsSync(built(file))) throw new Error('Kindling is not built yet. Run "npm run build" first.')
  return import(built(file).href)
}

/** Where the bench keeps what it makes and what it fetches. */
export const benchData = resolve(process.env.KINDLING_BENCH_DATA ?? `${root}data/bench`)

/**
 * Opens the sample community of one size, making it the first time: its own PostgreSQL in its own folder,
 * as `npm start` would run it.
 */
export async function openPlace(size, say) {
  const dataFolder = resolve(benchData, size)
  const { startDatabaseServer } = await fromBuild('foundation/database/server/index.js')
  const { connect, migrate } = await fromBuild('foundation/index.js')
  const { migrations } = await fromBuild('features.js')
  const server = await startDatabaseServer({ dataFolder, log: say })
  try {
    const database = connect(server.url, { max: 1 })
    await migrate(database.db, migrations)
    await database.close()
    await seed(server.url, size, say)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: server.url, dataFolder, stop: () => server.stop() }
}
