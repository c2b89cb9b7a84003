import { Courier } from './events/courier.ts'
import { Wake } from './events/wake.ts'
import type { House } from './house.ts'

export interface Attending {
  /** Ends open pages' streams. Before the server closes: it waits for what is open. */
  hangUp(): void
  /** Lets events and jobs that are under way finish. Before the database closes. */
  stop(): Promise<void>
}

/** Begins what happens apart from requests: jobs, delivery of events, live updates. */
export async function attend(house: House): Promise<Attending> {
  const wake = new Wake(house.pool, house.log)
  const courier = new Courier(house)
  await house.jobs.start(house)
  courier.start(wake)
  house.live.start(house, wake)
  await wake.start()
  return {
    hangUp: () => house.live.close(),
    async stop() {
      house.live.close()
      await wake.stop()
      await courier.stop()
      await house.jobs.stop()
    },
  }
}
