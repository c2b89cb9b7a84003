import { type AppContext, Head, Layout, pageContext, show } from '../foundation/index.ts'
import { liftingWords as w } from './words.ts'

/** GET /lifting: the rule, in words and as a rule. Anybody may read it. */
export function showHow(c: AppContext): Response | Promise<Response> {
  const page = pageContext(c)
  const { t } = page
  return show(
    c,
    <Layout page={page} title={t(w.howTitle)}>
      <Head>{t(w.howTitle)}</Head>
      <section class="row bare">
        <div class="main words">
          <p class="lead">{t(w.howLead)}</p>
          {[w.howHelped, w.howCopies, w.howOne, w.howSeldom, w.howNobody, w.howBounds].map((phrase) => (
            <p>{t(phrase)}</p>
          ))}
          <p>{t.rich(w.howLetter, { link: (text) => <a href="/settings/lifting">{text}</a> })}</p>
        </div>
      </section>
      <section class="row">
        <h2 class="side lab">{t(w.howFormula)}</h2>
        <p class="main">{t(w.howFormulaText)}</p>
      </section>
    </Layout>,
  )
}
