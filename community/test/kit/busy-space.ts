import type { TestApp, TestMember } from './app.ts'

const HOUR = 3_600_000

/** Lets a space have more than 20 new posts a day (SHINE-2): a week of them, an hour apart, by one who wrote before. */
export async function busySpace(
  place: TestApp,
  slug: string,
  author: TestMember,
  count = 7 * 20 + 5,
): Promise<void> {
  const { newId } = await import('../../src/foundation/index.ts')
  const { house, communityId } = place
  const space = await house.db
    .selectFrom('spaces')
    .select('id')
    .where('community_id', '=', communityId)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const rows = Array.from({ length: count }, (_, one) => {
    const at = new Date(house.clock.now().getTime() - (count - one) * HOUR)
    return {
      community_id: communityId,
      id: newId(at.getTime()),
      space_id: space.id,
      author_id: author.id,
      title: `Note ${one}`,
      body: 'Nothing new.',
      html: '<p>Nothing new.</p>',
      language: 'en',
      created_at: at,
      active_at: at,
    }
  })
  await house.db
    .insertInto('posts')
    .values(rows as never)
    .execute()
}
