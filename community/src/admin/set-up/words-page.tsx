import {
  type AppContext,
  ErrorSummary,
  Field,
  type FieldErrors,
  fieldErrors,
  Head,
  KindlingError,
  Layout,
  type PageContext,
  pageContext,
  readTyped,
  show,
  type Typed,
} from '../../foundation/index.ts'
import { kindName, managedSpaces, type SpaceKind, spaceKinds } from '../../spaces/index.ts'
import { GuidelinesField } from '../place-fields.tsx'
import { mySetUp } from './session.ts'
import { StepSide } from './step-side.tsx'
import { type FirstSpace, writeWords } from './take-steps.ts'
import { guidelinesFor, type SpaceTemplate, spacesFor } from './templates.ts'
import { setUpWords as w } from './words.ts'

/** Room for the proposed ones and one more; others are made later. */
const ROWS = 4

function SpaceFields({
  page,
  number,
  space,
  typed,
  errors,
  kind,
}: {
  page: PageContext
  number: number
  space: SpaceTemplate | undefined
  typed: Typed
  errors: FieldErrors | undefined
  kind: SpaceKind
}) {
  const { t } = page
  const chosen = typed[`kind${number}`] ?? space?.kind ?? kind
  return (
    <fieldset class="first-space">
      <legend>{t(w.space, { number })}</legend>
      <Field
        name={`name${number}`}
        label={t(w.spaceName)}
        value={space?.name ?? ''}
        typed={typed}
        errors={errors}
        maxlength={60}
        autocomplete="off"
      />
      <div class="set">
        <label for={`f-kind${number}`}>{t(w.spaceKind)}</label>
        <select id={`f-kind${number}`} name={`kind${number}`}>
          {spaceKinds.map((one) => (
            <option value={one} selected={one === chosen}>
              {t(kindName[one])}
            </option>
          ))}
        </select>
      </div>
      <Field
        name={`about${number}`}
        label={t(w.spaceAbout)}
        value={space?.about ?? ''}
        typed={typed}
        errors={errors}
        maxlength={300}
        autocomplete="off"
      />
    </fieldset>
  )
}

/** Page 2: how people talk here, and where. */
export async function showWords(c: AppContext, typed: Typed = {}, errors?: FieldErrors): Promise<Response> {
  const setUp = await mySetUp(c)
  if (!setUp.kind) return c.redirect('/set-up/place', 303)
  const { kind } = setUp
  const page = pageContext(c)
  const { t, community } = page
  const text = typed.guidelines ?? (community.guidelines || guidelinesFor(kind, t))
  const made = await managedSpaces(c.var.house.db, community.id)
  const spaces =
    made.length > 0
      ? made.map((space) => ({ name: space.name, about: space.description, kind: space.kind }))
      : spacesFor(kind, t)
  const rows = Array.from({ length: Math.max(ROWS, spaces.length) }, (_, index) => index + 1)
  return show(
    c,
    <Layout page={page} title={t(w.wordsTitle)} scripts={['set-up']} unlisted>
      <Head side={<StepSide page={page} number={2} />}>{t(w.wordsTitle)}</Head>
      <ErrorSummary page={page} errors={errors} />
      <form class="row bare" method="post" action="/set-up/words">
        <div class="main">
          <p class="lead">{t(w.wordsLead)}</p>
          <GuidelinesField
            t={t}
            label={w.guidelines}
            hint={w.guidelinesHint}
            text={text}
            rows={11}
            errors={errors}
          />
          <h2>{t(w.spaces)}</h2>
          <p>
            {t(w.spacesLead)} <span class="dim">{t(w.spaceEmpty)}</span>
          </p>
          {rows.map((number) => (
            <SpaceFields
              page={page}
              number={number}
              space={spaces[number - 1]}
              typed={typed}
              errors={errors}
              kind={kind}
            />
          ))}
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.next)}
            </button>
          </p>
        </div>
      </form>
    </Layout>,
    errors ? 422 : 200,
  )
}

function readSpaces(typed: Typed): FirstSpace[] {
  const list: FirstSpace[] = []
  for (let number = 1; number <= 12 && `name${number}` in typed; number++) {
    const kind = spaceKinds.find((one) => one === typed[`kind${number}`]) ?? 'hobby'
    list.push({ name: typed[`name${number}`]!, about: typed[`about${number}`] ?? '', kind })
  }
  return list
}

/** Takes page 2. */
export async function takeWords(c: AppContext): Promise<Response> {
  await mySetUp(c)
  const { typed } = await readTyped(c)
  try {
    await writeWords(c.var.house, c.var.community, typed.guidelines ?? '', readSpaces(typed))
  } catch (error) {
    if (!(error instanceof KindlingError) || error.status !== 422) throw error
    return showWords(c, typed, fieldErrors(error, c.var.t))
  }
  return c.redirect('/set-up/you', 303)
}
