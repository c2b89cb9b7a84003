import { type House, isTimeZone, KindlingError, type MemberViewer, notFound } from '../../foundation/index.ts'
import { memberPolicy } from '../policy.ts'
import { BIO_LENGTH, NAME_LENGTH, tidyName } from '../rules.ts'
import { describeMember } from '../store.ts'
import { PRONOUNS_LENGTH, readLanguages, tidyLine, tidyText } from './rules.ts'

export interface AboutMe {
  name: string
  pronouns: string
  bio: string
  languages: string
  /** Empty: as the place. */
  timeZone: string
}

function refuse(field: string, code: string, message: string): KindlingError {
  return new KindlingError(code, message, { status: 422, details: { field } })
}

/**
 * Changes what a member says about themselves. The handle stays: links and mentions lead to it.
 * @throws KindlingError `name_missing`, `name_too_long`, `pronouns_too_long`, `bio_too_long`, `time_zone_unknown`
 */
export async function describeMe(house: House, viewer: MemberViewer, about: AboutMe): Promise<void> {
  if (!memberPolicy.describe(viewer, { id: viewer.memberId })) throw notFound()
  const name = tidyName(about.name.toWellFormed())
  const pronouns = tidyLine(about.pronouns)
  const bio = tidyText(about.bio)
  if (!name) throw refuse('name', 'name_missing', 'Tell us what to call you. A nickname is fine.')
  if (name.length > NAME_LENGTH)
    throw refuse(
      'name',
      'name_too_long',
      `That name has more than ${NAME_LENGTH} characters. A shorter form is fine.`,
    )
  if (pronouns.length > PRONOUNS_LENGTH)
    throw refuse('pronouns', 'pronouns_too_long', `There is room for ${PRONOUNS_LENGTH} characters.`)
  if (bio.length > BIO_LENGTH)
    throw refuse(
      'bio',
      'bio_too_long',
      `There is room for ${BIO_LENGTH} characters. The rest fits in a post.`,
    )
  if (about.timeZone && !isTimeZone(about.timeZone))
    throw refuse(
      'timeZone',
      'time_zone_unknown',
      'Choose a time zone from the list, or leave it as the place has it.',
    )
  await describeMember(house.db, viewer.communityId, viewer.memberId, {
    name,
    pronouns: pronouns || null,
    bio,
    languages: readLanguages(about.languages),
    timeZone: about.timeZone || null,
  })
}
