import { expect, test } from 'vitest'
import { readFeed, readTopic } from '../../src/conversation/index.ts'
import { connect, visitor } from '../../src/foundation/index.ts'
import { visibleSpaces } from '../../src/spaces/index.ts'
import { houseOver } from './house-over.ts'
import { big, tenThousand } from './ten-thousand.ts'

test('among ten thousand posts a visitor pages through every public one once, and reads a thread', {
  timeout: 60_000,
}, async () => {
  const copy = await tenThousand()
  const database = connect(copy.url)
  const house = houseOver(database)
  const viewer = visitor(big.community)
  const spaces = await visibleSpaces(house, viewer)
  expect(spaces.length).toBe(6)
  const seen = new Set<string>()
  let cursor: string | undefined
  let pages = 0
  do {
    const page = await readFeed(house, viewer, {
      spaceIds: spaces.map(({ id }) => id),
      order: 'active',
      cursor,
      limit: 500,
    })
    for (const { id } of page.lines) seen.add(id)
    cursor = page.next
    pages++
  } while (cursor)
  expect(seen.size).toBe(7_500)
  expect(pages).toBe(15)
  const topic = await readTopic(house, viewer, big.post(9_997))
  expect(topic?.replies.map(({ id }) => id)).toEqual([
    big.reply(29_989),
    big.reply(29_990),
    big.reply(29_991),
  ])
  expect(await readTopic(house, viewer, big.post(7))).toBeUndefined()
  await database.close()
  await copy.drop()
})
