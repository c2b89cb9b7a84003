import { type PageContext, Select } from '../../foundation/index.ts'
import { memberPolicy } from '../../members/index.ts'
import type { Space } from '../../spaces/index.ts'
import { isNarrowed, type SearchForm } from './read-form.ts'
import { QUERY_LENGTH } from './rules.ts'
import { searchWords as w } from './words.ts'

function Input({
  name,
  label,
  form,
  type,
  hint,
  maxlength,
}: {
  name: string
  label: string
  form: SearchForm
  type: 'search' | 'text' | 'date'
  hint?: string
  maxlength?: number
}) {
  const error = form.errors[name]
  const described =
    [hint && `f-${name}-hint`, error && `f-${name}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class="set">
      <label for={`f-${name}`}>{label}</label>
      {hint && (
        <p class="hint" id={`f-${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="wrong" id={`f-${name}-error`}>
          {error}
        </p>
      )}
      <input
        id={`f-${name}`}
        name={name}
        type={type}
        value={form.typed[name]}
        maxlength={maxlength}
        autocomplete="off"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described}
      />
    </div>
  )
}

/** The question. A GET form: a search has an address that can be kept and sent. */
export function SearchFields({
  page,
  form,
  spaces,
}: {
  page: PageContext
  form: SearchForm
  spaces: readonly Space[]
}) {
  const { t } = page
  return (
    <search>
      <form class="row bare search" method="get" action="/search">
        <div class="main">
          <Input
            name="words"
            label={t(w.words)}
            hint={t(w.wordsHint)}
            form={form}
            type="search"
            maxlength={QUERY_LENGTH}
          />
          <details open={isNarrowed(form)}>
            <summary>{t(w.narrow)}</summary>
            <div class="pairs">
              {memberPolicy.find(page.viewer) && (
                <Input
                  name="person"
                  label={t(w.person)}
                  hint={t(w.personHint)}
                  form={form}
                  type="text"
                  maxlength={80}
                />
              )}
              <Select
                name="space"
                label={t(w.space)}
                typed={form.typed}
                errors={form.errors}
                options={[
                  { value: '', label: t(w.everywhere) },
                  ...spaces.map(({ slug, name }) => ({ value: slug, label: name })),
                ]}
              />
              <Input name="from" label={t(w.from)} form={form} type="date" />
              <Input name="to" label={t(w.to)} form={form} type="date" />
              <Select
                name="in"
                label={t(w.kind)}
                typed={form.typed}
                errors={form.errors}
                options={[
                  { value: '', label: t(w.kindAll) },
                  { value: 'posts', label: t(w.kindPosts) },
                  { value: 'answers', label: t(w.kindAnswers) },
                ]}
              />
              <Select
                name="order"
                label={t(w.order)}
                typed={form.typed}
                errors={form.errors}
                options={[
                  { value: '', label: t(w.newest) },
                  { value: 'best', label: t(w.best) },
                ]}
              />
            </div>
          </details>
          <p class="bar">
            <button class="b go" type="submit">
              {t(w.look)}
            </button>
          </p>
        </div>
      </form>
    </search>
  )
}
