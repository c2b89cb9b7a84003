import { Field, type FieldErrors, type PageContext, type Typed } from '../../foundation/index.ts'
import type { SetUp } from '../set-up/store.ts'
import { safetyWords as w } from './words.ts'

interface Shown {
  page: PageContext
  typed?: Typed
  errors?: FieldErrors | undefined
}

function NoMail({ page }: { page: PageContext }) {
  return (
    <>
      <p>{page.t.rich(w.noMail, { link: (text) => <a href="/admin/letters">{text}</a> })}</p>
      <p>{page.t(w.noMailHow)}</p>
      <p>
        <code class="whole">{page.t(w.noMailExample)}</code>
      </p>
    </>
  )
}

export function LetterPart({
  page,
  errors,
  setUp,
  address,
}: Shown & { setUp: SetUp | undefined; address: string }) {
  const { t, house } = page
  const waiting = setUp?.letterHash !== undefined
  if (!house.mail.works)
    return (
      <section class="row" id="letter">
        <h2 class="side lab">{t(w.letter)}</h2>
        <div class="main">
          <NoMail page={page} />
        </div>
      </section>
    )
  return (
    <section class="row" id="letter">
      <h2 class="side lab">{t(w.letter)}</h2>
      <div class="main">
        {setUp?.letterArrivedAt && (
          <p>{t(w.letterArrived, { day: page.time.date(setUp.letterArrivedAt) })}</p>
        )}
        {waiting && (
          <form method="post" action="/admin/safety/letter/digits">
            <p>
              {t(w.letterSent, { address })} {t(w.letterNever)}
            </p>
            <Field
              name="code"
              label={t(w.digits)}
              hint={t(w.digitsHint)}
              errors={errors}
              inputmode="numeric"
              maxlength={12}
              autocomplete="one-time-code"
              required
            />
            <p class="bar">
              <button class="b" type="submit">
                {t(w.check)}
              </button>
            </p>
          </form>
        )}
        <form method="post" action="/admin/safety/letter">
          <p>
            <button class="act plain" type="submit">
              {t(waiting ? w.sendAgain : w.sendFirst)}
            </button>
          </p>
        </form>
      </div>
    </section>
  )
}

export function SecondPart({
  page,
  typed,
  errors,
  there,
  asked,
}: Shown & { there: string[]; asked: string[] }) {
  const { t } = page
  return (
    <section class="row" id="second">
      <h2 class="side lab">{t(w.second)}</h2>
      <form class="main" method="post" action="/admin/safety/second">
        <p>{t(w.secondLead)}</p>
        {there.length > 0 && <p>{t(w.secondThere, { names: there.join(', ') })}</p>}
        {asked.length > 0 && <p>{t(w.secondAsked, { names: asked.join(', ') })}</p>}
        {there.length === 0 && (
          <>
            <Field
              name="email"
              type="email"
              label={t(w.secondEmail)}
              hint={t(w.secondEmailHint)}
              typed={typed}
              errors={errors}
              autocomplete="off"
            />
            <p class="bar">
              <button class="b" type="submit">
                {t(w.secondSend)}
              </button>
            </p>
          </>
        )}
      </form>
    </section>
  )
}

export function KitPart({ page, setUp }: { page: PageContext; setUp: SetUp | undefined }) {
  const { t } = page
  return (
    <section class="row" id="kit">
      <h2 class="side lab">{t(w.kit)}</h2>
      <form class="main" method="post" action="/admin/safety/kit">
        <p>{t(w.kitLead)}</p>
        {setUp?.kitMadeAt && <p class="dim">{t(w.kitMade, { day: page.time.date(setUp.kitMadeAt) })}</p>}
        <p class="bar">
          <button class="b" type="submit">
            {t(w.kitMake)}
          </button>
        </p>
      </form>
    </section>
  )
}
