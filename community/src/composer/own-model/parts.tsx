import { isMember, type PageContext } from '../../foundation/index.ts'
import { whereSaid } from './offer.ts'
import { ownModelPolicy } from './policy.ts'
import type { KeptModel } from './rules.ts'
import { CHOICE_PAGE } from './settings-page.tsx'
import { ownModelWords as w } from './words.ts'

/** What members read of it beside what the pause does. Nothing where none is on; visitors learn of no machine here. */
export function OwnModelHere({ page, model }: { page: PageContext; model: KeptModel | undefined }) {
  const { t, viewer } = page
  if (!model?.on || !isMember(viewer)) return null
  return (
    <section class="row">
      <div class="main tight">
        <h2 class="title">{t(w.hereTitle)}</h2>
        <p>{t(w.here, { where: whereSaid(t, model) })}</p>
        <p>{t(w.what)}</p>
        {ownModelPolicy.ask(viewer) && (
          <p>
            <a class="act plain" href={CHOICE_PAGE}>
              {t(w.hereChoose)}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}
