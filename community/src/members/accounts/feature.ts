import type { Feature } from '../../foundation/index.ts'
import { accountsOf } from '../accounts-of.ts'
import { useInvitation } from '../invitations/use-invitation.ts'
import { accountMigrations } from './migrations.ts'
import { accountRoutes } from './routes.ts'

/** Accounts and signing in, as the house takes them: beside the rest of members, on the same floor. */
export const accountsFeature: Feature = {
  name: 'accounts',
  migrations: accountMigrations,
  routes: (app, house) => accountRoutes(app, { accounts: accountsOf(house), useInvitation }),
  jobs: [
    {
      name: 'accounts-clear-expired',
      schedule: '17 3 * * *',
      run: (house) => accountsOf(house).clearExpired(),
    },
  ],
}
