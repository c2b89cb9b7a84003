import type { PageContext } from '../../foundation/index.ts'
import { steps } from './rules.ts'
import { setUpWords as w } from './words.ts'

/** In the margin: how far it is. */
export function StepSide({ page, number }: { page: PageContext; number: number }) {
  const before = steps[number - 2]
  return (
    <>
      {page.t(w.stepOf, { number, count: steps.length })}
      {before && (
        <>
          <br />
          <a href={`/set-up/${before}`}>{page.t(w.back)}</a>
        </>
      )}
    </>
  )
}
