import { hashPassword } from 'better-auth/crypto'
import type { DbOrTrx } from '../../foundation/index.ts'
import { changeAddress, openConfirmation } from './confirm-address.ts'
import { deleteAccount } from './delete-account.ts'
import { type AccountParts, type Kit, makeKit } from './kit.ts'
import { letIn } from './let-in.ts'
import { finishOidc, startOidc } from './oidc.ts'
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
} from './passkeys.ts'
import { changePassword, resetPassword, sendResetLink } from './passwords.ts'
import {
  clearExpired,
  endOtherSessions,
  endSession,
  isFresh,
  listSessions,
  makeStaySignedIn,
  signOut,
} from './sessions.ts'
import { sendSignInLink, signInWithLink, signInWithPassword } from './sign-in.ts'
import { askToConfirm, signUpWithLink, signUpWithPassword } from './sign-up.ts'
import { accountById, addAccount } from './store.ts'
import { lookAtTicket, type Purpose } from './tickets.ts'
import { beginTwoStep, endTwoStep, finishTwoStep, newRecoveryCodes, takeSecondStep } from './two-step.ts'

/** Drops the first parameter: the kit is given once, here. */
type Bound<Work> = Work extends (kit: never, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/**
 * Accounts and signing in. All that happens here happens to an account, which may belong to members of
 * several communities; nothing here says to which.
 */
export function makeAccounts(parts: AccountParts) {
  const kit = makeKit(parts)
  const bind = <Work extends (kit: Kit, ...rest: never[]) => unknown>(work: Work) =>
    ((...rest: never[]) => work(kit, ...rest)) as Bound<Work>
  return {
    /** Cheap enough for every request: looks at the cookie's signature and asks no database. */
    readSessionToken: (cookieHeader: string | undefined | null) => kit.cookies.read(cookieHeader),
    /** A Set-Cookie header once a day, where a session is in use. */
    staySignedIn: makeStaySignedIn(kit),
    forgetCookie: () => kit.cookies.clear(),

    /** For set-up, invitations by hand and the sample community; people themselves sign up. */
    async create(
      account: { email: string; confirmed: boolean; password?: string },
      db: DbOrTrx = kit.db,
    ): Promise<string> {
      const passwordHash = account.password === undefined ? undefined : await hashPassword(account.password)
      return addAccount(db, {
        email: account.email.trim().toLowerCase(),
        confirmed: account.confirmed,
        passwordHash,
        now: kit.clock.now(),
      })
    },
    byId: (id: string) => accountById(kit.db, id),
    /** Signs in who was found to be at the door some other way. */
    letIn: bind(letIn),

    signUpWithPassword: bind(signUpWithPassword),
    signUpWithLink: bind(signUpWithLink),
    askToConfirm: bind(askToConfirm),
    signInWithPassword: bind(signInWithPassword),
    sendSignInLink: bind(sendSignInLink),
    signInWithLink: bind(signInWithLink),
    sendResetLink: bind(sendResetLink),
    resetPassword: bind(resetPassword),
    changePassword: bind(changePassword),
    openConfirmation: bind(openConfirmation),
    changeAddress: bind(changeAddress),
    /** What a link is for, without using it up. */
    lookAtLink: <P extends Purpose>(purpose: P, token: string) =>
      lookAtTicket(kit.db, purpose, token, kit.clock.now()),
    signOut: bind(signOut),

    takeSecondStep: bind(takeSecondStep),
    beginTwoStep: bind(beginTwoStep),
    finishTwoStep: bind(finishTwoStep),
    endTwoStep: bind(endTwoStep),
    newRecoveryCodes: bind(newRecoveryCodes),

    askForNewPasskey: bind(askForNewPasskey),
    addPasskey: bind(addPasskey),
    askForPasskey: bind(askForPasskey),
    signInWithPasskey: bind(signInWithPasskey),
    listPasskeys: bind(listPasskeys),
    removePasskey: bind(removePasskey),

    startOidc: bind(startOidc),
    finishOidc: bind(finishOidc),

    listSessions: bind(listSessions),
    endSession: bind(endSession),
    endOtherSessions: bind(endOtherSessions),
    isFresh: bind(isFresh),
    deleteAccount: bind(deleteAccount),
    clearExpired: bind(clearExpired),
  }
}

export type Accounts = ReturnType<typeof makeAccounts>
