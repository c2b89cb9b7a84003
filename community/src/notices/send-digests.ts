import type { Community, House, Job } from '../foundation/index.ts'
import { noticeKinds } from './kinds.ts'
import { byTogether, lettersSoFar, markMailed, noteLetter, unmailed } from './letters-store.ts'
import { type Receiver, receiverOf } from './receiver.ts'
import { type Digest, digestDue, digestSince, inTurn, MOST_LEADS, mayWrite, zonesWhere } from './rules.ts'
import { readLines, sayPlainly } from './say-line.ts'
import {
  type DigestReader,
  digestReaders,
  lastDigest,
  markDigest,
  readSettings,
  zonesOf,
} from './settings-store.ts'
import type { KeptNotice } from './store.ts'
import { noticeWords as w } from './words.ts'
import { type DigestSection, digestLetter } from './write-letter.ts'

const AT_ONCE = 200
const MOST_LINES = 12
const FIRST = '00000000-0000-0000-0000-000000000000'

/** What is new in what they follow, as the higher floors know it. */
async function followed(house: House, to: Receiver, since: Date): Promise<DigestSection[]> {
  const parts = house.features.flatMap((feature) => feature.digest ?? [])
  const sections = await Promise.all(
    parts.map(async (part) => ({
      heading: to.t(part.heading),
      lines: [...(await part.load(house, to.viewer, since, MOST_LINES))],
    })),
  )
  return sections.filter((section) => section.lines.length > 0)
}

/** What was kind in these days: at most three, of each feature one before any has a second. */
async function kindly(house: House, to: Receiver, since: Date): Promise<DigestSection[]> {
  const leads = house.features.flatMap((feature) => feature.digestLeads ?? [])
  const found = await Promise.all(leads.map((lead) => lead.load(house, to.viewer, since)))
  const lines = inTurn(found, MOST_LEADS).map(({ says, params, href }) => ({
    title: to.t(says, params),
    href,
  }))
  return lines.length > 0 ? [{ heading: to.t(w.kindly), lines }] : []
}

/** Kinds a digest may tell of: not those somebody chose to read here only. */
async function kindsInDigest(house: House, to: Receiver): Promise<string[]> {
  const { channels } = await readSettings(house.db, to.community.id, to.viewer.memberId)
  return noticeKinds(house)
    .filter((kind) => kind.inDigest !== false && (channels.get(kind.name) ?? 'mail') === 'mail')
    .map((kind) => kind.name)
}

/** What reached them and was neither read nor written about. */
async function waiting(house: House, to: Receiver, notices: readonly KeptNotice[]): Promise<DigestSection[]> {
  const read = await readLines(house, to.viewer, byTogether(notices).slice(0, MOST_LINES))
  if (read.length === 0) return []
  return [
    {
      heading: to.t(w.reachedYou),
      lines: read.map((line) => ({ title: sayPlainly(to.t, line), href: line.sights[0]!.href })),
    },
  ]
}

async function write(
  house: House,
  reader: DigestReader,
  to: Receiver,
  digest: Exclude<Digest, 'none'>,
): Promise<void> {
  const now = house.clock.now()
  const { communityId, memberId } = to.viewer
  await house.db.transaction().execute(async (trx) => {
    if (!mayWrite(await lettersSoFar(trx, communityId, memberId, now), to.joinedAt, now, false)) return
    // Another server may have been here since the list was read.
    const last = await lastDigest(trx, communityId, memberId)
    if (!digestDue(digest, reader.zone, last, now)) return
    const since = digestSince(digest, last, to.joinedAt, now)
    const missed = await unmailed(trx, communityId, memberId, { kinds: await kindsInDigest(house, to) })
    const lately = missed.filter((notice) => notice.createdAt > since)
    const sections = [...(await waiting(house, to, lately)), ...(await followed(house, to, since))]
    await markMailed(trx, communityId, memberId, missed, now)
    await markDigest(trx, communityId, memberId, now)
    // It leads a letter that goes anyway; for itself alone none does.
    if (sections.length === 0) return
    const leading = await kindly(house, to, since)
    await house.mail.send(digestLetter(house, to, [...leading, ...sections], digest))
    await noteLetter(trx, { communityId, memberId, sort: 'digest' }, now)
  })
}

/** Writes, in the morning of who gets them, what is new; nothing where nothing is. */
export async function sendDigests(house: House, community: Community): Promise<void> {
  const now = house.clock.now()
  const zones = zonesWhere(await zonesOf(house.db, community.id, community.timeZone), now, 'morning')
  if (zones.length === 0) return
  for (let after = FIRST; ; ) {
    const readers = await digestReaders(house.db, community.id, zones, community.timeZone, after, AT_ONCE)
    for (const reader of readers) {
      if (reader.digest === 'none' || !digestDue(reader.digest, reader.zone, reader.digestAt, now)) continue
      const to = await receiverOf(house, community.id, reader.memberId)
      if (to) await write(house, reader, to, reader.digest)
    }
    if (readers.length < AT_ONCE) return
    after = readers.at(-1)!.memberId
  }
}

export const digestsJob: Job = {
  name: 'notice-digests',
  schedule: '22 * * * *',
  async run(house) {
    for (const community of await house.communities.all()) await sendDigests(house, community)
  },
}
