import type { App, Feature } from '../../foundation/index.ts'
import { rippleApi } from './api.ts'
import { showRipple } from './pages.tsx'
import { fromKeepsakes, fromProfile, RIPPLE_PAGE } from './parts.tsx'

export { ripplePolicy } from './policy.ts'

function routes(app: App): void {
  app.get(RIPPLE_PAGE, (c) => showRipple(c))
}

export const ripplePart = {
  routes,
  api: rippleApi,
  slots: [fromKeepsakes, fromProfile],
} satisfies Partial<Feature>
