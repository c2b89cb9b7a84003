import type { Child } from 'hono/jsx'
import type { House } from '../house.ts'
import type { PageContext } from '../pages/context.ts'

/**
 * A place on a lower floor's page that higher floors may fill. The page loads once for all its items
 * (never a query per item), then renders each from what was loaded.
 */
export interface Slot<Item> {
  readonly name: string
  /** Never present at run time; keeps the item type. */
  readonly item?: Item
}

export interface Fill<Item, Loaded = unknown> {
  slot: Slot<Item>
  /**
   * One query for the page. Keys are whatever the slot's owner documents, usually the item's id. Undefined
   * where this viewer has nothing here: then nothing is rendered either.
   */
  load(house: House, page: PageContext, items: readonly Item[]): Promise<Map<string, Loaded> | undefined>
  render(loaded: Loaded | undefined, item: Item, page: PageContext): Child
}

/** A fill whose item type only its slot knows; lists of features hold these. */
// biome-ignore lint/suspicious/noExplicitAny: the slot's own type is checked where the fill is made
export type AnyFill = Fill<any, any>

export function defineSlot<Item>(name: string): Slot<Item> {
  return { name }
}

export function fill<Item, Loaded>(
  slot: Slot<Item>,
  how: { load: Fill<Item, Loaded>['load']; render: Fill<Item, Loaded>['render'] },
): Fill<Item, Loaded> {
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

  async load<Item>(
    slot: Slot<Item>,
    house: House,
    page: PageContext,
    items: readonly Item[],
  ): Promise<Filled<Item>> {
    const fills = (this.#fills.get(slot.name) ?? []) as Fill<Item>[]
    const all = await Promise.all(
      fills.map(async ({ load, render }) => ({ render, loaded: await load(house, page, items) })),
    )
    const filled = all.filter(({ loaded }) => loaded !== undefined)
    return (key, item) => filled.map(({ render, loaded }) => render(loaded!.get(key), item, page))
  }
}
