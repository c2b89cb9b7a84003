import { makeConfig } from '../../community/src/config/index.ts'
import { writePost } from '../../community/src/conversation/index.ts'
import { features, migrations } from '../../community/src/features.ts'
import { startDatabaseServer } from '../../community/src/foundation/database/server/index.ts'
import {
  changeCommunity,
  connect,
  createCommunity,
  migrate,
  newId,
  reachDatabase,
  visitor,
} from '../../community/src/foundation/index.ts'
import { makeHouse } from '../../community/src/house.ts'
import { addMember } from '../../community/src/members/index.ts'
import { makeToken } from '../../community/src/open/index.ts'
import { addSpace, visibleSpaces } from '../../community/src/spaces/index.ts'

/** A data folder with a place in it, people who may write, and a post to answer. */
export interface Prepared {
  post: string
  tokens: string[]
}

/** Prepares a data folder and stops again; the server under test then starts on what it finds. */
export async function prepareWriters(dataFolder: string, people: number): Promise<Prepared> {
  const server = await startDatabaseServer({ dataFolder, log: () => {} })
  const database = connect(server.url)
  await reachDatabase(database.pool, undefined)
  await migrate(database.db, migrations)
  const house = makeHouse(
    makeConfig({ KINDLING_LOG: 'quiet', KINDLING_DATA: dataFolder }),
    database,
    features,
  )
  const now = new Date()
  const communityId = await createCommunity(database.db, { name: 'Falling Over', timeZone: 'UTC', now })
  await changeCommunity(database.db, communityId, { openedAt: now, guidelines: 'Hold on.' })
  await addSpace(database.db, {
    communityId,
    id: newId(),
    slug: 'hall',
    name: 'Hall',
    kind: 'hobby',
    visibility: 'public',
    postingBy: 'members',
    description: '',
    norms: [],
    position: 0,
    createdAt: now,
  })
  const longAgo = new Date(now.getTime() - 90 * 86_400_000)
  const viewers = []
  for (let number = 0; number < people; number++) {
    const id = newId()
    const name = `Writer ${number}`
    const { handle } = await database.db.transaction().execute((trx) =>
      addMember(trx, {
        communityId,
        id,
        accountId: newId(),
        name,
        role: 'member',
        status: 'active',
        under18: false,
        timeZone: null,
        joinedAt: longAgo,
        guidelinesAgreedAt: longAgo,
      }),
    )
    viewers.push({ ...visitor(communityId), memberId: id, role: 'member' as const, name, handle })
  }
  const [space] = await visibleSpaces(house, viewers[0]!)
  const post = await writePost(house, viewers[0]!, space!, {
    title: 'Hold on',
    body: 'Answer here while it lasts.',
    need: null,
    newToThis: false,
    unnamed: false,
  })
  const tokens = await Promise.all(
    viewers.map((viewer) =>
      makeToken(house, viewer, { name: 'load', scopes: ['read', 'write'], lifetime: '90' }),
    ),
  )
  await database.close()
  await server.stop()
  return { post: typeof post === 'string' ? post : (post as { id: string }).id, tokens }
}
