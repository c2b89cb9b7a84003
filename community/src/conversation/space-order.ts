import type { House, PageContext, Phrase, Viewer } from '../foundation/index.ts'
import type { Space } from '../spaces/index.ts'
import type { PostLine } from './views.ts'

/** One page of a space in an order of its own. */
export interface OrderedPage {
  lines: PostLine[]
  /** Where the next page begins; undefined at the end. */
  next: string | undefined
  /** Why each post stands where it does, by its id. */
  why: ReadonlyMap<string, Phrase>
}

/** An order that a higher floor gives to spaces that chose it. */
export interface SpaceOrder {
  /** Its name, where one chooses. */
  label: Phrase
  /** Whether a space is read in this order by whoever does not prefer newest first. */
  isOn(house: House, space: Space, communityId: string): Promise<boolean>
  /** A page; undefined where the cursor is not of this order: then it goes on by latest activity. */
  read(
    house: House,
    viewer: Viewer,
    space: Space,
    at: { cursor?: string | undefined; limit: number },
  ): Promise<OrderedPage | undefined>
  /** Where the order is explained, and how one calls that. */
  explained(page: PageContext, space: Space): { href: string; label: Phrase }
}

declare module '../foundation/feature.ts' {
  interface Feature {
    spaceOrder?: SpaceOrder
  }
}

/** The order a space chose; undefined where it is by latest activity. */
export async function orderOfSpace(
  house: House,
  space: Space,
  communityId: string,
): Promise<SpaceOrder | undefined> {
  for (const { spaceOrder } of house.features)
    if (spaceOrder && (await spaceOrder.isOn(house, space, communityId))) return spaceOrder
  return undefined
}

/** Where one reads how a space is ordered, whether it chose an order of its own or not. */
export function explainedOrder(page: PageContext, space: Space): { href: string; label: Phrase } | undefined {
  for (const { spaceOrder } of page.house.features) if (spaceOrder) return spaceOrder.explained(page, space)
  return undefined
}
