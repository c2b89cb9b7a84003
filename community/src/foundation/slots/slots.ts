import type { Child } from 'hono/jsx'
import type { House } from '../house.ts'
import type { PageContext } from '../pages/context.ts'

/**
 * A place on a lower floor's page that higher floors may fill. The page loads once for all its items
 * (never a query per item), then renders each from what was loaded.
 */
export interface Slot<Item, Asked = Item> {
  readonly name: string
  /** Never present at run time; these keep the types. */
  readonly item?: Item
  readonly asked?: Asked
}

export interface Fill<Item, Loaded = unknown, Asked = Item> {
  slot: Slot<Item, Asked>
  /**
   * One query for the page. Keys are whatever the slot's owner documents, usually the item's id. Undefined
   * where this viewer has nothing here: then nothing is rendered either.
   */
  load(house: House, page: PageContext, items: readonly Asked[]): Promise<Map<string, Loaded> | undefined>
  render(loaded: Loaded | undefined, item: Item, page: PageContext): Child
}

/** A fill whose item type only its slot knows; lists of features hold these. */
// biome-ignore lint/suspicious/noExplicitAny: the slot's own type is checked where the fill is made
export type AnyFill = Fill<any, any, any>

/**
 * @typeParam Asked what fills load by; less than what they render where that is known earlier, so that a page
 * can load its slots beside its own rows
 */
export function defineSlot<Item, Asked = Item>(name: string): Slot<Item, Asked> {
  return { name }
}

export function fill<Item, Loaded, Asked = Item>(
  slot: Slot<Item, Asked>,
  how: { load: Fill<Item, Loaded, Asked>['load']; render: Fill<Item, Loaded, Asked>['render'] },
): Fill<Item, Loaded, Asked> {
  return { slot, ...how }
}

/** What is needed to render one slot for every item of a page. */
export type Filled<Item> = (key: string, item: Item) => Child[]

/** All fills by slot name, in the floor order of the features that brought them. */
export class Slots {
  readonly #fills = new Map<string, AnyFill[]>()

  add(fills: readonly AnyFill[]): void {
    for (const one of fills) this.#fills.set(one.slot.name, [...(this.#fills.get(one.slot.name) ?? []), one])
  }

  async load<Item, Asked>(
    slot: Slot<Item, Asked>,
    house: House,
    page: PageContext,
    items: readonly Asked[],
  ): Promise<Filled<Item>> {
    const fills = (this.#fills.get(slot.name) ?? []) as Fill<Item, unknown, Asked>[]
    const all = await Promise.all(
      fills.map(async ({ load, render }) => ({ render, loaded: await load(house, page, items) })),
    )
    const filled = all.filter(({ loaded }) => loaded !== undefined)
    return (key, item) => filled.map(({ render, loaded }) => render(loaded!.get(key), item, page))
  }
}
