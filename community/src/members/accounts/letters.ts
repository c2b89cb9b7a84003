import { type LetterParts, layOut, words } from '../../foundation/index.ts'
import type { Kit } from './kit.ts'
import type { Visit } from './site.ts'
import { LIFETIME_MINUTES } from './tickets.ts'

const w = words('letters', {
  foot: 'This letter came because somebody typed your address at {community} ({origin}). If that was not you, do nothing: without this letter nothing happens.',
  footNotice: 'Sent by {community} ({origin}), because this is about how you sign in.',
  signInSubject: 'Your sign-in link for {community}',
  signIn: 'Here is your link to sign in to {community}. It works once, for {minutes} minutes.',
  signInLink: 'Sign in',
  unknownSubject: 'Signing in to {community}',
  unknown: 'You asked to sign in to {community}, but nobody there uses this address.',
  unknownNext: 'Perhaps you used another one. If you would like to join, you are welcome to.',
  unknownLink: 'See {community}',
  confirmSubject: 'Is this your address?',
  confirm: 'Somebody, we hope you, gave this address at {community}. Say yes, and we can write to you here.',
  confirmLink: 'Yes, this is my address',
  takenSubject: 'You are already at {community}',
  taken:
    'Somebody, perhaps you, gave this address at {community}. It already belongs to an account, so nothing was changed.',
  takenNext: 'If you have forgotten how you signed in, ask for a link.',
  takenLink: 'Ask for a sign-in link',
  resetSubject: 'A new password for {community}',
  reset: 'You can choose a new password for {community} now. This link works once, for {minutes} minutes.',
  resetLink: 'Choose a new password',
  passwordSubject: 'Your password at {community} was changed',
  password: 'Your password at {community} was changed, and every other device was signed out.',
  addressSubject: 'Your address at {community} was changed',
  address: 'From now on {community} uses another address of yours. This one no longer signs you in.',
  wasNotYou: 'If that was not you, choose a new password at once.',
  wasNotYouLink: 'Choose a new password',
  wasNotYouAddress: 'If that was not you, write to whoever looks after {community}.',
  deletedSubject: 'Your account at {community} is gone',
  deleted: 'You deleted your account. We no longer know this address. Thank you for having been here.',
})

export type AccountLetter =
  | { kind: 'sign-in'; url: string }
  | { kind: 'unknown' }
  | { kind: 'confirm'; url: string }
  | { kind: 'taken' }
  | { kind: 'reset'; url: string }
  | { kind: 'password-changed' }
  | { kind: 'address-changed' }
  | { kind: 'deleted' }

function compose(letter: AccountLetter, visit: Visit): { subject: string; parts: LetterParts } {
  const { t, origin } = visit
  const community = visit.community.name
  const foot = [t(w.foot, { community, origin })]
  const notice = [t(w.footNotice, { community, origin })]
  switch (letter.kind) {
    case 'sign-in':
      return {
        subject: t(w.signInSubject, { community }),
        parts: {
          paragraphs: [t(w.signIn, { community, minutes: LIFETIME_MINUTES['sign-in'] })],
          link: { label: t(w.signInLink), url: letter.url },
          foot,
        },
      }
    case 'unknown':
      return {
        subject: t(w.unknownSubject, { community }),
        parts: {
          paragraphs: [t(w.unknown, { community }), t(w.unknownNext)],
          link: { label: t(w.unknownLink, { community }), url: origin },
          foot,
        },
      }
    case 'confirm':
      return {
        subject: t(w.confirmSubject),
        parts: {
          paragraphs: [t(w.confirm, { community })],
          link: { label: t(w.confirmLink), url: letter.url },
          foot,
        },
      }
    case 'taken':
      return {
        subject: t(w.takenSubject, { community }),
        parts: {
          paragraphs: [t(w.taken, { community }), t(w.takenNext)],
          link: { label: t(w.takenLink), url: `${origin}/sign-in` },
          foot,
        },
      }
    case 'reset':
      return {
        subject: t(w.resetSubject, { community }),
        parts: {
          paragraphs: [t(w.reset, { community, minutes: LIFETIME_MINUTES.reset })],
          link: { label: t(w.resetLink), url: letter.url },
          foot,
        },
      }
    case 'password-changed':
      return {
        subject: t(w.passwordSubject, { community }),
        parts: {
          paragraphs: [t(w.password, { community }), t(w.wasNotYou)],
          link: { label: t(w.wasNotYouLink), url: `${origin}/sign-in/reset` },
          foot: notice,
        },
      }
    case 'address-changed':
      return {
        subject: t(w.addressSubject, { community }),
        parts: {
          paragraphs: [t(w.address, { community }), t(w.wasNotYouAddress, { community })],
          foot: notice,
        },
      }
    case 'deleted':
      return {
        subject: t(w.deletedSubject, { community }),
        parts: { paragraphs: [t(w.deleted)], foot: notice },
      }
  }
}

/** Writes to one address, in the words of the community the request came to; it names no other. */
export async function sendAccountLetter(
  kit: Kit,
  visit: Visit,
  to: string,
  letter: AccountLetter,
): Promise<void> {
  const { subject, parts } = compose(letter, visit)
  await kit.mail.send({ communityId: visit.community.id, to, subject, ...layOut(parts) })
}
