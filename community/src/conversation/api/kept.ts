import { z } from '@hono/zod-openapi'
import {
  type Api,
  cursorSchema,
  endpoint,
  type House,
  handleSchema,
  type MemberViewer,
  notFound,
  pageOf,
  timeSchema,
} from '../../foundation/index.ts'
import { personSchema } from '../../members/index.ts'
import { slugSchema, visibleSpaces } from '../../spaces/index.ts'
import { type Bookmark, readBookmarks } from '../bookmark-store.ts'
import { followedPlaces } from '../follow-store.ts'
import { bookmarkEntry, followMember, followPost, followSpace } from '../keep-entries.ts'
import { readReply } from '../read-entry.ts'
import { byId } from './posts.ts'

const bookmarkSchema = z
  .object({
    postId: z.string(),
    replyId: z.string().nullable(),
    title: z.string(),
    excerpt: z.string(),
    authorName: z.string().nullable().openapi({ description: 'Null where it stands without a name.' }),
    spaceName: z.string(),
    language: z.string(),
    createdAt: timeSchema,
  })
  .openapi('Bookmark')

function shownBookmark(one: Bookmark): z.input<typeof bookmarkSchema> {
  const { postId, title, excerpt, spaceName, language } = one
  return {
    postId,
    replyId: one.replyId ?? null,
    title,
    excerpt,
    authorName: one.authorName ?? null,
    spaceName,
    language,
    createdAt: one.createdAt.toISOString(),
  }
}

type Keep<Params> = (house: House, viewer: MemberViewer, params: Params, wanted: boolean) => Promise<void>

async function bookmarkReply(
  house: House,
  viewer: MemberViewer,
  { id }: { id: string },
  wanted: boolean,
): Promise<void> {
  // What was taken away since can still be let go.
  const postId = wanted ? (await readReply(house, viewer, id))?.postId : id
  if (!postId) throw notFound()
  await bookmarkEntry(house, viewer, postId, id, wanted)
}

/** PUT keeps it, DELETE lets it go; both may be repeated. */
function addKeeping<Schema extends z.ZodType>(
  api: Api,
  given: { path: string; tag: string; does: string; undoes: string; params: Schema },
  keep: Keep<z.output<Schema>>,
): void {
  const { does, undoes, ...rest } = given
  const shared = { ...rest, who: 'member', scope: 'write' } as const
  endpoint(api, {
    ...shared,
    method: 'put',
    summary: does,
    handle: ({ house, viewer, params }) => keep(house, viewer, params as z.output<Schema>, true),
  })
  endpoint(api, {
    ...shared,
    method: 'delete',
    summary: undoes,
    handle: ({ house, viewer, params }) => keep(house, viewer, params as z.output<Schema>, false),
  })
}

function addBookmarking(api: Api): void {
  const tag = 'Bookmarks'
  addKeeping(
    api,
    {
      path: '/posts/{id}/bookmark',
      tag,
      does: 'Bookmark a post',
      undoes: 'Let a bookmark of a post go',
      params: byId,
    },
    (house, viewer, { id }, wanted) => bookmarkEntry(house, viewer, id, null, wanted),
  )
  addKeeping(
    api,
    {
      path: '/replies/{id}/bookmark',
      tag,
      does: 'Bookmark a reply',
      undoes: 'Let a bookmark of a reply go',
      params: byId,
    },
    bookmarkReply,
  )
  endpoint(api, {
    method: 'get',
    path: '/bookmarks',
    tag,
    summary: 'What you bookmarked, latest first',
    who: 'member',
    scope: 'read',
    query: z.strictObject({ cursor: cursorSchema(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) }),
    answer: pageOf('BookmarkPage', bookmarkSchema),
    async handle({ house, viewer, query }) {
      const { bookmarks, next } = await readBookmarks(house, viewer, query.cursor)
      return { items: bookmarks.map(shownBookmark), next: next ?? null }
    },
  })
}

const followsSchema = z
  .object({
    spaces: z.array(z.object({ slug: z.string(), name: z.string() })),
    members: z.array(personSchema),
  })
  .openapi('Follows')

function addFollowing(api: Api): void {
  const tag = 'Following'
  const [slug, handle] = [z.object({ slug: slugSchema }), z.object({ handle: handleSchema })]
  addKeeping(
    api,
    {
      path: '/posts/{id}/follow',
      tag,
      does: 'Follow a thread',
      undoes: 'Stop following a thread',
      params: byId,
    },
    (house, viewer, { id }, wanted) => followPost(house, viewer, id, wanted),
  )
  addKeeping(
    api,
    {
      path: '/spaces/{slug}/follow',
      tag,
      does: 'Follow a space',
      undoes: 'Stop following a space',
      params: slug,
    },
    (house, viewer, params, wanted) => followSpace(house, viewer, params.slug, wanted),
  )
  addKeeping(
    api,
    {
      path: '/members/{handle}/follow',
      tag,
      does: 'Follow a member',
      undoes: 'Stop following a member',
      params: handle,
    },
    (house, viewer, params, wanted) => followMember(house, viewer, params.handle, wanted),
  )
  endpoint(api, {
    method: 'get',
    path: '/me/follows',
    tag,
    summary: 'The spaces and members you follow',
    who: 'member',
    scope: 'read',
    answer: followsSchema,
    async handle({ house, viewer }) {
      const [spaces, { spaceIds, members }] = await Promise.all([
        visibleSpaces(house, viewer),
        followedPlaces(house.db, viewer.communityId, viewer.memberId),
      ])
      return {
        spaces: spaces.filter(({ id }) => spaceIds.includes(id)).map(({ slug, name }) => ({ slug, name })),
        members: members.map(({ handle, name }) => ({ handle, name })),
      }
    },
  })
}

/** Bookmarks and following: nobody but their owner learns of them. */
export function keptApi(api: Api): void {
  addBookmarking(api)
  addFollowing(api)
}
