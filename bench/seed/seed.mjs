import pg from 'pg'
import { addEntries } from './entries.mjs'
import { addPeople, addWriters } from './people.mjs'
import { sizes } from './plan.mjs'
import { addSearch } from './words.mjs'
import { iso, makeWorld } from './world.mjs'

/**
 * Fills an empty, migrated database. What is there already stays: each step is marked when it is whole,
 * and begun anew when it was cut off.
 */
export async function seed(url, sizeName, say) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'create table if not exists bench_seed (step text primary key, now timestamptz not null)',
  )
  const { rows } = await client.query('select step, now from bench_seed order by now')
  const done = new Set(rows.map(({ step }) => step))
  const sample = `${sizeName} ${sizes[sizeName].version}`
  const name = (step) => `${step} ${sample}`
  const now = rows[0] ? +rows[0].now : Date.now()
  if (rows.length > 0 && ![...done].every((step) => step.endsWith(` ${sample}`)))
    throw new Error(`The folder of "${sizeName}" holds another sample. Remove it and seed again.`)
  const world = makeWorld(sizes[sizeName], now)
  const run = async (step, work, alone = true) => {
    if (done.has(name(step))) return
    const begun = Date.now()
    say(`${step} ...`)
    if (alone) await client.query('begin')
    await work()
    await client.query('insert into bench_seed values ($1, $2)', [name(step), iso(now)])
    if (alone) await client.query('commit')
    say(`${step}: ${((Date.now() - begun) / 1000).toFixed(0)} s`)
  }
  await run('people', () => addPeople(client, world))
  await run('entries', () => addEntries(client, world))
  await run('writers', () => addWriters(client, world))
  await run('words', () => addSearch(client, url), false)
  await run('tidy', () => client.query('vacuum analyze'), false)
  await client.end()
}
