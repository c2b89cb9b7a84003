import { Head, Layout, Note, type PageContext } from '../foundation/index.ts'
import { openWords as w } from './words.ts'

export interface ShownOnceProps {
  page: PageContext
  title: string
  /** What it is and what it is for, over the field. */
  label: string
  secret: string
  /** Who has it can do what? */
  note: string
  /** The page that it was made on. */
  back: string
}

/** The only time a token or key is seen. It is not kept, so there is no address to come back to. */
export function ShownOnce({ page, title, label, secret, note, back }: ShownOnceProps) {
  const { t } = page
  return (
    <Layout page={page} title={title} unlisted>
      <Head>{title}</Head>
      <div class="row bare">
        <div class="main">
          <p class="lead">{t(w.newLead)}</p>
          <div class="set">
            <label for="secret" dir="auto">
              {label}
            </label>
            <textarea
              id="secret"
              class="token"
              rows={2}
              readonly
              spellcheck={false}
              autocomplete="off"
              dir="ltr"
            >
              {secret}
            </textarea>
          </div>
          <p class="bar">
            <a class="b go" href={back}>
              {t(w.newDone)}
            </a>
          </p>
        </div>
        <Note>{note}</Note>
      </div>
    </Layout>
  )
}

/** Takes one token or key back, by its name. */
export function TakeBack({ page, action, name }: { page: PageContext; action: string; name: string }) {
  return (
    <form class="acts" method="post" action={action}>
      <button class="act plain" type="submit" aria-label={page.t(w.takeBackNamed, { name })}>
        {page.t(w.takeBack)}
      </button>
    </form>
  )
}
