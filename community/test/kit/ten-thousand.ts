import pg from 'pg'
import { seededTemplate } from './database.ts'

/** Ids of the shared big place: the n-th of a kind, so that tests can name rows without reading them. */
export const big = {
  community: '00000000-0000-7000-8000-000000000001',
  member: (n: number) => idOf(1, n),
  space: (n: number) => idOf(2, n),
  post: (n: number) => idOf(3, n),
  reply: (n: number) => idOf(4, n),
  members: 500,
  spaces: 8,
  posts: 10_000,
  replies: 30_000,
} as const

function idOf(kind: number, n: number): string {
  return `01900000-${n.toString(16).padStart(8, '0').slice(0, 4)}-7${kind}00-8000-${n.toString(16).padStart(12, '0')}`
}

/** The same id in SQL, from a number column `n`. */
const sqlId = (kind: number, n = 'n') =>
  `('01900000-' || substr(lpad(to_hex(${n}), 8, '0'), 1, 4) || '-7${kind}00-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const community = `'${big.community}'::uuid`
/** Words that make every post different and searchable: word7 of post 7, and a rare one every thousand. */
const body = (n: string) =>
  `'Something about beds and soup, number ' || ${n} || ', said by someone who ' || case when ${n} % 1000 = 0 then 'found a heron' else 'was there' end`

const seed = `
insert into communities (id, name, tagline, time_zone, opened_at, created_at) values (${community}, 'Big Street', 'Ten thousand posts', 'Europe/London', now(), now() - interval '1 year');
insert into members (community_id, id, name, handle, role, status, joined_at)
  select ${community}, ${sqlId(1)}, 'Person ' || n, 'person-' || n, case when n = 1 then 'administrator' when n < 4 then 'steward' else 'member' end, 'active', now() - interval '1 year'
  from generate_series(1, ${big.members}) n;
insert into spaces (community_id, id, slug, name, kind, visibility, position, created_at)
  select ${community}, ${sqlId(2)}, 'space-' || n, 'Space ' || n, case when n = 8 then 'team' when n = 7 then 'support' else 'hobby' end,
    case when n = 8 then 'invited' when n = 7 then 'members' else 'public' end, n, now() - interval '1 year'
  from generate_series(1, ${big.spaces}) n;
insert into space_members (community_id, space_id, member_id, joined_at)
  select ${community}, ${sqlId(2, '8')}, ${sqlId(1)}, now() from generate_series(1, 20) n;
insert into posts (community_id, id, space_id, author_id, title, body, html, created_at, active_at, reply_count)
  select ${community}, ${sqlId(3)}, ${sqlId(2, `(n % ${big.spaces} + 1)`)}, ${sqlId(1, `(n % ${big.members} + 1)`)}, 'Post number ' || n, ${body('n')}, '<p>' || ${body('n')} || '</p>',
    now() - (${big.posts} + 1 - n) * interval '40 minutes', now() - (${big.posts} + 1 - n) * interval '40 minutes', 3
  from generate_series(1, ${big.posts}) n;
insert into replies (community_id, post_id, id, path, author_id, body, html, created_at)
  select ${community}, ${sqlId(3, `((n - 1) / 3 + 1)`)}, ${sqlId(4)}, decode(replace(${sqlId(4)}::text, '-', ''), 'hex'), ${sqlId(1, `(n % ${big.members} + 1)`)}, 'Reply ' || n, '<p>Reply ' || n || '</p>',
    now() - (${big.posts} + 1 - ((n - 1) / 3 + 1)) * interval '40 minutes' + (n % 3) * interval '1 minute'
  from generate_series(1, ${big.replies}) n;
analyze;
`

/** A copy of a place with ten thousand posts and thirty thousand replies, seeded once per run. */
export const tenThousand = seededTemplate('ten_thousand', async (url) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(seed)
  } finally {
    await client.end()
  }
})
