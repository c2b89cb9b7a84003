import type { DbOrTrx } from '../foundation/index.ts'
import type { QuietHours, Takes } from './rules.ts'

export interface MessageSettings {
  takes: Takes
  quiet: QuietHours | undefined
}

const USUAL: MessageSettings = { takes: 'requests', quiet: undefined }

export async function settingsOf(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
): Promise<MessageSettings> {
  const row = await db
    .selectFrom('message_settings')
    .select(['takes', 'quiet_from', 'quiet_until'])
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (!row) return USUAL
  const { takes, quiet_from: from, quiet_until: until } = row
  return { takes, quiet: from === null || until === null ? undefined : { from, until } }
}

export async function setSettings(
  db: DbOrTrx,
  communityId: string,
  memberId: string,
  { takes, quiet }: MessageSettings,
): Promise<void> {
  const chosen = { takes, quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null }
  await db
    .insertInto('message_settings')
    .values({ community_id: communityId, member_id: memberId, ...chosen })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(chosen))
    .execute()
}
