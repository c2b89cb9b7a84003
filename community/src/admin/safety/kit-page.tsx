import { type AppContext, Head, Layout, pageContext, permitted, show } from '../../foundation/index.ts'
import { OfficeLink } from '../../members/index.ts'
import { adminPolicy } from '../policy.ts'
import { makeKit } from './recovery-kit.ts'
import { safetyWords as w } from './words.ts'

/** The page to print. Its codes are shown this once. */
export async function takeKit(c: AppContext): Promise<Response> {
  const viewer = permitted(c, adminPolicy.keepSafe)
  const codes = await makeKit(c.var.house, viewer)
  const page = pageContext(c)
  const { t, community, house } = page
  const address = `${house.config.url}/recover`
  return show(
    c,
    <Layout page={page} title={t(w.kitTitle)} unlisted>
      <Head side={<OfficeLink page={page} />}>{t(w.kitTitle)}</Head>
      <div class="row bare kit">
        <div class="main">
          <p class="house" role="status">
            {t(w.kitOnce)}
          </p>
          <p class="lead">{t(w.kitFor, { place: community.name, day: page.time.date(page.time.now) })}</p>
          <dl>
            <div>
              <dt>{t(w.kitAddress)}</dt>
              <dd>
                <code class="whole">{house.config.url}</code>
              </dd>
            </div>
            <div>
              <dt>{t(w.kitCodes)}</dt>
              {codes.map((code) => (
                <dd>
                  <code class="big">{code}</code>
                </dd>
              ))}
            </div>
          </dl>
          <p>{t(w.kitUse, { address })}</p>
          <p>{t(w.kitBackup)}</p>
          <p>
            <b>{t(w.kitKeep)}</b>
          </p>
          <p class="bar">
            <a class="b go" href="/admin/safety">
              {t(w.kitDone)}
            </a>
          </p>
        </div>
      </div>
    </Layout>,
  )
}
