import { z } from 'zod'
import { backFromPause, cameBack, PauseBeside, pauseFirst } from '../composer/index.ts'
import {
  type AppContext,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  Note,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  type Typed,
} from '../foundation/index.ts'
import {
  draftOf,
  PictureFields,
  picturesAgain,
  picturesLost,
  WordFields,
  WritingEnd,
} from './composer-parts.tsx'
import { editEntry, fingerprintOf, readEditable } from './edit-entry.ts'
import { NeedFields, needForm, needOf } from './need-fields.tsx'
import { readPictures } from './pictures.ts'
import { addressOf, entryHref, replyPlace } from './places.ts'
import { isQuietEdit } from './rules.ts'
import type { EntryItem } from './slots.ts'
import { conversationWords as w } from './words.ts'
import type { Source } from './words-store.ts'

function typedOf(source: Source): Typed {
  return {
    title: source.title ?? '',
    body: source.body,
    need: source.need ?? '',
    newToThis: source.newToThis ? 'yes' : '',
  }
}

function EditForm({
  page,
  item,
  typed,
  errors,
}: {
  page: PageContext
  item: EntryItem & { source: Source }
  typed: Typed
  errors: FieldErrors | undefined
}) {
  const { entry, post, source } = item
  const quiet = isQuietEdit(source.createdAt, page.time.now)
  return (
    <form
      class="row bare write"
      method="post"
      action={`${addressOf(entry)}/edit`}
      enctype="multipart/form-data"
      {...draftOf(
        page,
        `edit-${entry.id}`,
        page.t(w.draftEdit, { title: post.title }),
        `${addressOf(entry)}/edit`,
        typed,
      )}
    >
      <p class="side">{page.t(w.stays)}</p>
      <div class="main">
        <input type="hidden" name="seen" value={(cameBack(typed) && typed.seen) || fingerprintOf(source)} />
        <WordFields
          page={page}
          typed={typed}
          errors={errors}
          title={entry.isReply ? undefined : {}}
          label={page.t(w.yourWords)}
        />
        <PauseBeside
          page={page}
          fields={entry.isReply ? ['body'] : ['title', 'body']}
          typed={typed}
          space={post.space.slug}
        />
        <PictureFields page={page} typed={typed} errors={errors} />
        {!entry.isReply && <NeedFields page={page} typed={typed} errors={errors} />}
        <WritingEnd page={page} button={page.t(w.save)}>
          <a class="act plain" href={addressOf(entry)}>
            {page.t(w.cancel)}
          </a>
        </WritingEnd>
      </div>
      <Note>{page.t(quiet ? w.editQuiet : w.editMarked)}</Note>
    </form>
  )
}

/** The page where somebody changes what they wrote. */
export async function showEdit(
  c: AppContext,
  postId: string,
  replyId: string | null,
  typed?: Typed,
  errors?: FieldErrors,
): Promise<Response> {
  const viewer = requireMember(c)
  const item = await readEditable(c.var.house, viewer, postId, replyId)
  const page = pageContext(c)
  const title = page.t(replyId ? w.editReplyTitle : w.editPostTitle)
  return show(
    c,
    <Layout page={page} title={title} scripts={['composer']} unlisted>
      <Head side={<a href={addressOf(item.entry)}>{item.post.title}</a>}>{title}</Head>
      <ErrorSummary page={page} errors={errors} />
      <EditForm page={page} item={item} typed={typed ?? typedOf(item.source)} errors={errors} />
    </Layout>,
    errors ? 422 : 200,
  )
}

const form = z.object({
  title: z.string().optional(),
  body: z.string().default(''),
  seen: z.string().optional(),
  ...needForm,
})

/** Takes the changed words; a refusal comes back with everything that was typed. */
export async function takeEdit(c: AppContext, postId: string, replyId: string | null): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const backWith = backFromPause(result.typed)
  if (backWith) return showEdit(c, postId, replyId, backWith, picturesLost(pageContext(c), backWith))
  const pictures = await readPictures(result.typed, result.files)
  const again: FieldErrors = pictures.length > 0 ? { pictures: c.var.t(w.chooseAgain) } : {}
  if (!result.ok) return showEdit(c, postId, replyId, result.typed, { ...again, ...result.errors })
  const { body, title, seen } = result.value
  const ofPost = { title, ...needOf(result.value) }
  const passed = await pauseFirst(c, {
    typed: result.typed,
    fields: replyId ? ['body'] : ['title', 'body'],
    about: async () => {
      const { space } = (await readEditable(c.var.house, viewer, postId, replyId)).post
      return { spaceId: space.id, spaceKind: space.kind }
    },
    becomesEntry: false,
    action: `/posts/${postId}${replyId ? `/replies/${replyId}` : ''}/edit`,
    files: pictures.length > 0 ? picturesAgain(pageContext(c), result.typed) : undefined,
  })
  if (passed instanceof Response) return passed
  try {
    await editEntry(c.var.house, viewer, postId, replyId, {
      ...{ body, seen, pictures, undescribed: c.var.t(w.undescribed) },
      ...(replyId ? {} : ofPost),
    })
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422 || !error.details?.field) throw error
    return showEdit(c, postId, replyId, result.typed, { ...again, ...fieldErrors(error, c.var.t) })
  }
  const place = replyId
    ? replyPlace(postId, replyId).replace('#', '&did=edited#')
    : `${entryHref(postId)}?did=edited`
  return c.redirect(place, 303)
}
