import {
  type AppContext,
  Head,
  Layout,
  pageContext,
  permitted,
  recentLetters,
  show,
} from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { adminPolicy } from '../policy.ts'
import { adminWords as w } from '../words.ts'

/** Letters nobody took: for administrators only, because they hold addresses and ways in. */
export async function showLetters(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.readLetters)
  const letters = await recentLetters(c.var.house.db, viewer.communityId)
  const page = pageContext(c)
  const { t, house, time } = page
  const lead = letters.length === 0 ? w.lettersNone : house.mail.works ? w.lettersWork : w.lettersLead
  return show(
    c,
    <Layout page={page} title={t(w.lettersTitle)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.lettersTitle)}</Head>
      <div class="row bare">
        <p class="main lead">{t(lead)}</p>
      </div>
      {letters.map((letter) => (
        <section class="row">
          <p class="side">
            {time.moment(letter.createdAt)}
            {letter.failedAt && (
              <>
                <br />
                {t(w.letterFailed)}
              </>
            )}
          </p>
          <div class="main tight">
            <h2 class="title">{letter.subject}</h2>
            <p class="dim">{t(w.letterTo, { address: letter.to })}</p>
            <details>
              <summary>{t(w.letterOpen)}</summary>
              <pre class="letter">{letter.text}</pre>
            </details>
          </div>
        </section>
      ))}
    </Layout>,
  )
}
