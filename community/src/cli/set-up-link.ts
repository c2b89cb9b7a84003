import { makeSetUpLink, preparePlace } from '../admin/index.ts'
import { withDatabase } from './with-database.ts'

/** `kindling set-up-link`: prints the link again, for whoever closed the window it stood in. */
export function setUpLink(): Promise<number> {
  return withDatabase(async (house) => {
    await preparePlace(house)
    const [community] = await house.communities.all()
    const link = await makeSetUpLink(house, community!)
    process.stdout.write(
      link
        ? `${link}\n`
        : `This place is set up. Sign in at ${house.config.url}/sign-in, or use the printed recovery sheet at ${house.config.url}/recover.\n`,
    )
    return link ? 0 : 1
  })
}
