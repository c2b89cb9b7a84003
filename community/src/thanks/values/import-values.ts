import type { Trx } from '../../foundation/index.ts'
import type { CommunityValue } from './rules.ts'
import { putValue } from './store.ts'

/** Adds what matters here, from elsewhere or of the sample community. */
export async function importValues(
  trx: Trx,
  communityId: string,
  values: readonly CommunityValue[],
  at: Date,
): Promise<void> {
  for (const [position, value] of values.entries())
    await putValue(trx, communityId, { ...value, position }, at)
}
