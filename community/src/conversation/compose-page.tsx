import { z } from 'zod'
import { backFromPause, PauseBeside, pauseFirst } from '../composer/index.ts'
import {
  type AppContext,
  Choices,
  ErrorSummary,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  type PageContext,
  pageContext,
  readForm,
  requireMember,
  show,
  Tick,
  type Typed,
} from '../foundation/index.ts'
import { mayBeUnnamed, type Space, spacePolicy, visibleSpaces } from '../spaces/index.ts'
import {
  DraftList,
  draftOf,
  PictureFields,
  picturesAgain,
  picturesLost,
  WordFields,
  WritingEnd,
} from './composer-parts.tsx'
import { NeedFields, needForm, needOf } from './need-fields.tsx'
import { readPictures } from './pictures.ts'
import { needs } from './rules.ts'
import { conversationWords as w } from './words.ts'
import { writePost } from './write-post.ts'

async function writable(c: AppContext): Promise<Space[]> {
  const viewer = requireMember(c)
  return (await visibleSpaces(c.var.house, viewer)).filter((space) => spacePolicy.post(viewer, space))
}

interface Writing {
  page: PageContext
  spaces: readonly Space[]
  chosen: Space | undefined
  typed: Typed
  errors: FieldErrors | undefined
}

function SpaceChoice({ page, spaces, chosen, typed, errors }: Writing) {
  if (chosen && !errors?.space) return <input type="hidden" name="space" value={chosen.slug} />
  return (
    <Choices
      name="space"
      legend={page.t(w.space)}
      chosen={typed.space ?? ''}
      errors={errors}
      choices={spaces.map((space) => ({ value: space.slug, label: space.name, hint: space.description }))}
    />
  )
}

function PostForm(writing: Writing) {
  const { page, chosen, typed, errors } = writing
  const label = chosen ? page.t(w.draftNewIn, { space: chosen.name }) : page.t(w.draftNew)
  const mayUnnamed = !chosen || needs.some((need) => mayBeUnnamed(chosen.kind, need))
  return (
    <form
      class="row bare write"
      method="post"
      action="/new"
      enctype="multipart/form-data"
      {...draftOf(
        page,
        chosen ? `new-${chosen.slug}` : 'new',
        label,
        chosen ? `/new?space=${chosen.slug}` : '/new',
        typed,
      )}
    >
      <p class="side">{page.t(w.stays)}</p>
      <div class="main">
        <WordFields
          page={page}
          typed={typed}
          errors={errors}
          title={{ hint: page.t(w.titleHint) }}
          label={page.t(w.body)}
        />
        <PauseBeside page={page} fields={['title', 'body']} typed={typed} space={chosen?.slug} becomesEntry />
        <PictureFields page={page} typed={typed} errors={errors} />
        <SpaceChoice {...writing} />
        <NeedFields page={page} typed={typed} errors={errors} />
        {mayUnnamed && (
          <Tick
            name="unnamed"
            checked={typed.unnamed === 'yes'}
            errors={errors}
            label={
              <>
                {page.t(w.withoutName)}
                <span class="hint block">{page.t(w.withoutNameHint)}</span>
              </>
            }
          />
        )}
        <WritingEnd page={page} button={page.t(w.post)} />
      </div>
    </form>
  )
}

/** The page where a post is written. */
export async function showCompose(
  c: AppContext,
  typed: Typed = {},
  errors?: FieldErrors,
  status?: 422 | 429,
): Promise<Response> {
  const page = pageContext(c)
  const spaces = await writable(c)
  const { space: slug, need } = c.req.query()
  const chosen = spaces.find((space) => space.slug === (typed.space ?? slug))
  return show(
    c,
    <Layout page={page} title={page.t(w.composeTitle)} scripts={['composer']} unlisted>
      <Head side={chosen ? <a href={`/spaces/${chosen.slug}`}>{chosen.name}</a> : ''}>
        {page.t(w.composeTitle)}
      </Head>
      <ErrorSummary page={page} errors={errors} />
      <DraftList page={page} />
      {spaces.length === 0 && (
        <div class="row bare">
          <p class="main">{page.t(w.nothingToWriteIn)}</p>
        </div>
      )}
      {/* Somebody closed the last space while this was written: the words stay with who wrote them. */}
      {(spaces.length > 0 || errors) && (
        <PostForm
          page={page}
          spaces={spaces}
          chosen={chosen}
          typed={{ need: need ?? '', ...typed }}
          errors={errors}
        />
      )}
    </Layout>,
    status ?? (errors ? 422 : 200),
  )
}

const form = z.object({
  space: z.string().optional(),
  title: z.string().default(''),
  body: z.string().default(''),
  ...needForm,
  unnamed: z.literal('yes').optional(),
})

/** Takes the form; a refusal comes back with everything that was typed. */
export async function takePost(c: AppContext): Promise<Response> {
  const viewer = requireMember(c)
  const result = await readForm(c, form)
  const back = backFromPause(result.typed)
  const page = pageContext(c)
  if (back) return showCompose(c, back, picturesLost(page, back))
  const pictures = await readPictures(result.typed, result.files)
  const again: FieldErrors = pictures.length > 0 ? { pictures: page.t(w.chooseAgain) } : {}
  if (!result.ok) return showCompose(c, result.typed, { ...again, ...result.errors })
  const { value, typed } = result
  const space = (await writable(c)).find((one) => one.slug === value.space)
  if (!space) return showCompose(c, typed, { ...again, space: page.t(w.spaceMissing) })
  const passed = await pauseFirst(c, {
    typed,
    fields: ['title', 'body'],
    about: async () => ({ spaceId: space.id, spaceKind: space.kind }),
    action: '/new',
    becomesEntry: true,
    files: pictures.length > 0 ? picturesAgain(page, typed) : undefined,
  })
  if (passed instanceof Response) return passed
  try {
    const id = await writePost(c.var.house, viewer, space, {
      title: value.title,
      body: value.body,
      ...needOf(value),
      unnamed: value.unnamed === 'yes',
      pictures,
      undescribed: page.t(w.undescribed),
    })
    await passed.posted(id)
    return c.redirect(`/posts/${id}?did=posted`, 303)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500 || error.code === 'not_found') throw error
    const status = error.status === 429 ? 429 : 422
    return showCompose(c, typed, { ...again, ...fieldErrors(error, c.var.t) }, status)
  }
}
