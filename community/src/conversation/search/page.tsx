import {
  type AppContext,
  ErrorSummary,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  Pager,
  pageContext,
  show,
} from '../../foundation/index.ts'
import type { MemberView } from '../../members/index.ts'
import { type Space, visibleSpaces } from '../../spaces/index.ts'
import { SearchFields } from './fields.tsx'
import { findPeople, whomMeant } from './find-people.ts'
import { FoundRow, NamedRows } from './parts.tsx'
import { asksAnything, isNarrowed, readSearchForm, type SearchForm, searchHref } from './read-form.ts'
import { type SearchPage, search } from './search.ts'
import { searchWords as w } from './words.ts'

const NAMED_SPACES = 6

interface Answer {
  found: SearchPage | undefined
  people: MemberView[]
  spaces: Space[]
  /** Several may be meant by "written by". */
  meant: MemberView[]
}

const NONE: Answer = { found: undefined, people: [], spaces: [], meant: [] }

/** Finds the person and the space a form names; what cannot be found becomes a sentence beside its field. */
async function resolve(c: AppContext, form: SearchForm, spaces: readonly Space[]) {
  const { house, viewer, t } = c.var
  const space = form.space ? spaces.find(({ slug }) => slug === form.space) : undefined
  if (form.space && !space) form.errors.space = t(w.noSuchSpace)
  const meant = form.person ? await whomMeant(house, viewer, form.person) : []
  if (form.person && meant.length === 0) form.errors.person = t(w.noSuchPerson)
  return { space, meant }
}

async function answer(c: AppContext, form: SearchForm, spaces: readonly Space[]): Promise<Answer> {
  const { house, viewer } = c.var
  const { space, meant } = await resolve(c, form, spaces)
  if (Object.keys(form.errors).length > 0 || !asksAnything(form)) return NONE
  if (meant.length > 1) return { ...NONE, meant }
  const namesToo = form.words && !isNarrowed(form) && !form.cursor
  const wanted = form.words.toLowerCase()
  const [found, people] = await Promise.all([
    search(house, viewer, { ...form, authorId: meant[0]?.id, spaceId: space?.id }),
    namesToo ? findPeople(house, viewer, form.words) : [],
  ])
  const named = namesToo
    ? spaces.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, NAMED_SPACES)
    : []
  return { found, people, spaces: named, meant: [] }
}

/** Why nothing is listed, in a sentence; undefined where something is. */
function sentenceFor(form: SearchForm, { found, people, spaces, meant }: Answer) {
  if (meant.length > 1) return w.severalPeople
  if (!found) return asksAnything(form) ? undefined : w.begin
  if (found.unwanted) return found.unwanted === 'common' ? w.common : w.onlyWithout
  if (found.entries.length > 0) return undefined
  if (found.unfinished) return w.nothingSoFar
  return people.length + spaces.length > 0 ? undefined : w.nothing
}

/** Everything that can be looked for, on one page. */
export async function showSearch(c: AppContext): Promise<Response> {
  const { house, viewer, community, t } = c.var
  const form = readSearchForm((name) => c.req.query(name), viewer.timeZone ?? community.timeZone, t)
  const spaces = await visibleSpaces(house, viewer)
  let given = NONE
  try {
    given = await answer(c, form, spaces)
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status >= 500) throw error
    Object.assign(form.errors, fieldErrors(error, t))
    form.typed.words = form.typed.words!.slice(0, 1_000)
  }
  const page = pageContext(c)
  const sentence = sentenceFor(form, given)
  const { found } = given
  const wrong = Object.keys(form.errors).length > 0
  return show(
    c,
    <Layout
      page={page}
      title={form.words ? `${form.words.slice(0, 80)} · ${page.t(w.title)}` : page.t(w.title)}
      unlisted
    >
      <Head>{page.t(w.title)}</Head>
      <ErrorSummary page={page} errors={wrong ? form.errors : undefined} />
      <SearchFields page={page} form={form} spaces={spaces} />
      {sentence && (
        <div class="row" role="status">
          <p class="main">{page.t(sentence)}</p>
        </div>
      )}
      {given.meant.length > 1 && (
        <ul class="row bare">
          {given.meant.map(({ handle, name }) => (
            <li class="main">
              <a class="act" href={searchHref(form, { person: handle })}>{`${name} @${handle}`}</a>
            </li>
          ))}
        </ul>
      )}
      <NamedRows page={page} people={given.people} spaces={given.spaces} />
      {found && found.entries.length > 0 && (
        <>
          <h2 class="vh">{page.t(w.found)}</h2>
          {found.entries.map((entry) => (
            <FoundRow page={page} found={entry} />
          ))}
        </>
      )}
      {found?.unfinished && found.next ? (
        <p class="row bare">
          <a class="main act" rel="next" href={searchHref(form, { before: found.next })}>
            {page.t(w.lookFurther)}
          </a>
        </p>
      ) : (
        <Pager page={page} older={found?.next && searchHref(form, { before: found.next })} />
      )}
    </Layout>,
    wrong ? 422 : 200,
  )
}
