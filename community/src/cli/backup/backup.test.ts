import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestApp, type TestApp, type TestMember } from '../../../test/kit/app.ts'
import { type TestHouse, testHouse } from '../../../test/kit/house.ts'
import { migrations } from '../../features.ts'
import { addFile, type House, MemoryFiles, newId } from '../../foundation/index.ts'
import { readBackup } from './read-backup.ts'
import { listTables } from './tables.ts'
import { writeBackup } from './write-backup.ts'

let folder: string
let place: TestApp
let mira: TestMember
let files: MemoryFiles
let archive: string
const pictureId = newId()

const withFolder = (house: House, data: string): House =>
  Object.assign(house, { config: { ...house.config, secret: undefined, dataFolder: data } })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-backup-'))
  files = new MemoryFiles()
  place = await makeTestApp({ parts: { files } })
  withFolder(place.house, folder)
  writeFileSync(join(folder, 'secret'), 'the secret of the place that was backed up')
  mira = await place.member('Mira, “o\\n’ the \t street”')
  const space = await place.space('garden')
  const post = await place.post(mira, space, {
    title: 'Tabs\tand \\ slashes',
    body: 'Line one\n\nLine two \\. \\N 🌱 العربية',
  })
  for (let number = 0; number < 20; number++) await place.reply(mira, post, { body: `Answer ${number}` })
  await files.put(pictureId, Buffer.from([0, 1, 2, 255, 10, 13]))
  const now = place.house.clock.now()
  const picture = {
    communityId: place.communityId,
    id: pictureId,
    ownerId: mira.id,
    postId: null,
    replyId: null,
    mediaType: 'image/webp',
    width: 1,
    height: 1,
    alt: '',
    decorative: true,
    createdAt: now,
  }
  await addFile(place.house.db, picture)
  archive = join(folder, 'monday.tar.gz')
  await writeBackup(place.house, archive)
})
afterAll(async () => {
  await place.close()
  rmSync(folder, { recursive: true })
})

/** Rows and a checksum of each table that does not depend on their order. */
async function fingerprint(house: TestHouse): Promise<Record<string, unknown>> {
  const client = await house.pool.connect()
  const tables = await listTables(client)
  client.release()
  const prints: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number; sum: string }>`
      select count(*) as count, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${sql.table(name)} t`.execute(
      house.db,
    )
    prints[name] = rows[0]
  }
  return prints
}

async function intoEmpty<Result>(
  work: (target: TestHouse, own: MemoryFiles) => Promise<Result>,
): Promise<Result> {
  const own = new MemoryFiles()
  const target = await testHouse({ parts: { files: own } })
  withFolder(target, mkdtempSync(join(folder, 'target-')))
  try {
    return await work(target, own)
  } finally {
    await target.close()
  }
}

test('what was restored is what was backed up: every row of every table, every picture, and the secret', async () => {
  await intoEmpty(async (target, own) => {
    const end = await readBackup(target, archive, migrations)
    expect(end.tables.replies?.rows).toBe(20)
    const before = await fingerprint(place.house)
    expect(Object.keys(before).length).toBeGreaterThan(15)
    expect(await fingerprint(target)).toEqual(before)
    expect(own.kept.get(pictureId)).toEqual(Buffer.from([0, 1, 2, 255, 10, 13]))
    expect(readFileSync(join(target.config.dataFolder, 'secret'), 'utf8')).toBe(
      'the secret of the place that was backed up',
    )
  })
})

test('the archive opens with any tar and is for its owner only', () => {
  expect(statSync(archive).mode & 0o077).toBe(0)
  const tar = gunzipSync(readFileSync(archive))
  expect(tar.toString('latin1', 0, 20)).toBe('kindling-backup.json')
  expect(tar.toString('latin1', 257, 262)).toBe('ustar')
})

test('a place that is written to meanwhile is backed up as it was at one moment', async () => {
  const space = await place.space('meanwhile')
  const post = await place.post(mira, space)
  let writing = true
  const busy = (async () => {
    while (writing) await place.reply(mira, post)
  })()
  const file = join(folder, 'busy.tar.gz')
  await writeBackup(place.house, file)
  writing = false
  await busy
  await intoEmpty(async (target) => {
    await readBackup(target, file, migrations)
    const { rows } = await sql<{ told: number; there: number }>`
      select (select reply_count from posts where id = ${post}) as told, (select count(*) from replies where post_id = ${post}) as there`.execute(
      target.db,
    )
    expect(rows[0]!.told).toBe(rows[0]!.there)
  })
})

test('a database that holds a community is left alone', async () => {
  const before = await fingerprint(place.house)
  await expect(readBackup(place.house, archive, migrations)).rejects.toMatchObject({
    code: 'database_not_empty',
  })
  expect(await fingerprint(place.house)).toEqual(before)
})

test('a server that was started and never set up is no community', async () => {
  const { preparePlace } = await import('../../admin/index.ts')
  await intoEmpty(async (target) => {
    await preparePlace(target)
    await readBackup(target, archive, migrations)
    const names = await target.db.selectFrom('communities').select('name').execute()
    expect(names).toEqual([{ name: 'Test Street' }])
  })
})

test('a file cut short, changed, or of something else restores nothing', async () => {
  const whole = readFileSync(archive)
  const tar = gunzipSync(whole)
  const changed = Buffer.from(tar)
  const at = changed.indexOf('Answer 7')
  changed.write('Answer 8', at)
  const bad = {
    cut: whole.subarray(0, whole.length - 200),
    changed: gzipSync(changed),
    other: gzipSync(Buffer.from('hello')),
    plain: Buffer.from('hello'),
    short: gzipSync(tar.subarray(0, tar.length - 4096)),
  }
  for (const [name, bytes] of Object.entries(bad)) {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    await intoEmpty(async (target) => {
      await expect(readBackup(target, file, migrations), name).rejects.toMatchObject({
        code: 'backup_damaged',
      })
      expect(await target.db.selectFrom('members').select('id').execute()).toEqual([])
    })
  }
})

test('an older backup is brought up to date; one of a newer Kindling is refused', async () => {
  const older = migrations.slice(0, -1)
  await intoEmpty(async (target) => {
    await expect(readBackup(target, archive, older)).rejects.toMatchObject({ code: 'backup_newer' })
  })
  const later = [
    ...migrations,
    {
      name: 'later-001',
      up: async (trx: Parameters<(typeof migrations)[0]['up']>[0]) =>
        void (await sql`alter table spaces add column later integer not null default 7`.execute(trx)),
    },
  ]
  await intoEmpty(async (target) => {
    await readBackup(target, archive, later)
    const { rows } = await sql<{ later: number }>`select distinct later from spaces`.execute(target.db)
    expect(rows).toEqual([{ later: 7 }])
  })
})

test('a backup never writes over a file, and leaves none half written', async () => {
  await expect(writeBackup(place.house, archive)).rejects.toMatchObject({ code: 'backup_file_there' })
  await expect(writeBackup(place.house, join(folder, 'no', 'such', 'folder.gz'))).rejects.toThrow()
  expect(() => statSync(join(folder, 'no', 'such', 'folder.gz.part'))).toThrow()
})
