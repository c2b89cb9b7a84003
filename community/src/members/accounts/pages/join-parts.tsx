import { raw } from '#jsx/jsx-runtime'
import {
  Field,
  type FieldErrors,
  type PageContext,
  renderMarkdown,
  Tick,
  type Typed,
} from '../../../foundation/index.ts'
import { fieldWords as f, joinWords as w } from '../words.ts'

/** From 18 years on, agreeing says it already. */
const asksForAdult = (minimumAge: number) => minimumAge < 18

/** What is agreed on, in place, and the boxes that say so. */
export function Agreement({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors?: FieldErrors
}) {
  const { guidelines, minimumAge } = page.community
  return (
    <>
      <section class="set" aria-labelledby="guidelines">
        <h2 class="say" id="guidelines">
          {page.t(w.guidelines)}
        </h2>
        <div class="words">{raw(renderMarkdown(guidelines))}</div>
      </section>
      <Tick
        name="agree"
        required
        checked={typed.agree === 'yes'}
        errors={errors}
        label={
          <>
            {page.t(w.agree)}
            {minimumAge > 0 && <span class="hint block">{page.t(w.agreeHint, { age: minimumAge })}</span>}
          </>
        }
      />
      {asksForAdult(minimumAge) && (
        <Tick
          name="adult"
          checked={typed.adult === 'yes'}
          label={
            <>
              {page.t(w.adult)}
              <span class="hint block">{page.t(w.adultHint)}</span>
            </>
          }
        />
      )}
    </>
  )
}

/** With mail, a link is the easiest way in; without, a password is the only one that needs nobody's help. */
export function Ways({ page, errors }: { page: PageContext; errors?: FieldErrors }) {
  const { t } = page
  const password = (
    <Field
      name="password"
      type="password"
      label={t(f.password)}
      hint={t(f.passwordHint)}
      errors={errors}
      autocomplete="new-password"
    />
  )
  if (page.house.mail.works)
    return (
      <>
        <p class="bar">
          <button class="b go" type="submit" name="way" value="link">
            {t(w.byLink)}
          </button>
        </p>
        <details open={errors?.password !== undefined}>
          <summary>{t(w.byPasswordInstead)}</summary>
          <div class="main">
            {password}
            <p class="bar">
              <button class="b" type="submit" name="way" value="password">
                {t(w.byPassword)}
              </button>
            </p>
          </div>
        </details>
        <p class="hint">{t(w.passkeyLater)}</p>
      </>
    )
  return (
    <>
      {password}
      <p class="bar">
        <button class="b go" type="submit" name="way" value="password">
          {t(w.finish)}
        </button>
      </p>
      <details>
        <summary>{t(w.byLinkInstead)}</summary>
        <div class="main">
          <p class="hint">{t(w.byLinkWaits)}</p>
          <p class="bar">
            <button class="b" type="submit" name="way" value="link">
              {t(w.byLink)}
            </button>
          </p>
        </div>
      </details>
      <p class="hint">{t(w.passkeyLater)}</p>
    </>
  )
}
