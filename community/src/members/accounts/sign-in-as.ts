import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Signs an account in after we have satisfied ourselves who it is. Two-step sign-in listens to this
 * path and puts its question in between.
 */
export const signInAs = {
  id: 'kindling-sign-in-as',
  endpoints: {
    signInAs: createAuthEndpoint(
      '/kindling/sign-in-as',
      { method: 'POST', requireHeaders: true, body: z.object({ accountId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.accountId)
        const session = user && (await internalAdapter.createSession(user.id))
        if (!user || !session) throw new APIError('UNAUTHORIZED')
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ twoFactorRedirect: false })
      },
    ),
  },
} satisfies BetterAuthPlugin
