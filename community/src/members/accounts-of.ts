import { type House, keepSecret } from '../foundation/index.ts'
import { type Accounts, makeAccounts } from './accounts/accounts.ts'

const made = new WeakMap<House, Accounts>()

/** The accounts of a house, made when they are first asked for. */
export function accountsOf(house: House): Accounts {
  let accounts = made.get(house)
  if (!accounts) {
    const { db, config, mail, log, clock } = house
    accounts = makeAccounts({ db, config, mail, log, clock, secret: keepSecret(config) })
    made.set(house, accounts)
  }
  return accounts
}
