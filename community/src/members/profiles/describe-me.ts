import {
  type House,
  isTimeZone,
  type MemberViewer,
  notFound,
  tidyLine,
  unfitting,
} from '../../foundation/index.ts'
import { memberPolicy } from '../policy.ts'
import { BIO_LENGTH, NAME_LENGTH, tidyName } from '../rules.ts'
import { describeMember } from '../store.ts'
import { PRONOUNS_LENGTH, readLanguages, tidyText } from './rules.ts'
import { profileErrors } from './words.ts'

export interface AboutMe {
  name: string
  pronouns: string
  bio: string
  languages: string
  /** Empty: as the place. */
  timeZone: string
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
  if (!name) throw unfitting('name', 'name_missing', profileErrors.nameMissing)
  if (name.length > NAME_LENGTH)
    throw unfitting('name', 'name_too_long', profileErrors.nameTooLong, { count: NAME_LENGTH })
  if (pronouns.length > PRONOUNS_LENGTH)
    throw unfitting('pronouns', 'pronouns_too_long', profileErrors.pronounsTooLong, {
      count: PRONOUNS_LENGTH,
    })
  if (bio.length > BIO_LENGTH)
    throw unfitting('bio', 'bio_too_long', profileErrors.bioTooLong, { count: BIO_LENGTH })
  if (about.timeZone && !isTimeZone(about.timeZone))
    throw unfitting('timeZone', 'time_zone_unknown', profileErrors.timeZoneUnknown)
  await describeMember(house.db, viewer.communityId, viewer.memberId, {
    name,
    pronouns: pronouns || null,
    bio,
    languages: readLanguages(about.languages),
    timeZone: about.timeZone || null,
  })
}
