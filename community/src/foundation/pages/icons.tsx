import { raw } from '#jsx/jsx-runtime'

/** Only gifts have pictures, and the place's mark. Everything else is a word. */
export type IconName =
  | 'kindling'
  | 'thanks'
  | 'hug'
  | 'with-you'
  | 'candle'
  | 'cheer'
  | 'gold-star'
  | 'shout-out'
  | 'host-thanks'

/** For every page on which something that was given may stand. */
export const giftIcons: readonly IconName[] = [
  'thanks',
  'hug',
  'with-you',
  'candle',
  'cheer',
  'gold-star',
  'shout-out',
]

const shapes: Record<IconName, string> = {
  kindling:
    '<path fill="var(--spot)" stroke="none" d="M13 15.4c-2.6 0-4.3-1.6-4.3-3.9 0-2.8 3-4.2 3.6-7.9 2.6 1.7 5 4.6 5 7.9 0 2.3-1.7 3.9-4.3 3.9z"/><path d="M3.5 21.3l17-5.3M3.5 16l17 5.3M12 14.2c-2.6 0-4.3-1.6-4.3-3.9 0-2.8 3-4.2 3.6-7.9 2.6 1.7 5 4.6 5 7.9 0 2.3-1.7 3.9-4.3 3.9z"/>',
  thanks:
    '<path fill="var(--spot)" stroke="none" d="M13.2 13.8c-3 0-4.7-2-4.7-4.6V5.1l2.5 2 2.2-3 2.2 3 2.5-2v4.1c0 2.6-1.7 4.6-4.7 4.6z"/><path d="M12 12.6c-3 0-4.7-2-4.7-4.6V3.9l2.5 2L12 2.9l2.2 3 2.5-2V8c0 2.6-1.7 4.6-4.7 4.6zM12 12.6V21M12 20.6c.2-3.1 2.2-4.8 5.6-5 0 3.3-2.1 5-5.6 5z"/>',
  hug: '<path fill="var(--spot)" stroke="none" d="M18.1 9.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0z"/><path d="M16.9 8.3a4.9 4.9 0 1 1-9.8 0 4.9 4.9 0 0 1 9.8 0zM2.7 6.5c0 6.5 3 10.2 8 10.2h5M21.3 6.5c0 8.6-3.7 14.2-9.3 14.2H8.3"/>',
  'with-you':
    '<path fill="var(--spot)" stroke="none" d="M14.6 9.2h6v5.6a3 3 0 0 1-6 0z"/><path d="M4.4 8h6v5.6a3 3 0 0 1-6 0zM13.4 8h6v5.6a3 3 0 0 1-6 0zM4.4 9.6H3.3a1.5 1.5 0 0 0 0 3.2h1.1M2.4 19.6h19.2M7.4 5c-.8-.9.8-1.5 0-2.4M16.4 5c-.8-.9.8-1.5 0-2.4"/>',
  candle:
    '<path fill="var(--spot)" stroke="none" d="M13.2 10.4c-1.9 0-3-1.2-3-2.8 0-2 2.3-3.1 3-5.6 1.6 1.5 3 3.4 3 5.6 0 1.6-1.1 2.8-3 2.8z"/><path d="M12 9.2c-1.9 0-3-1.2-3-2.8 0-2 2.3-3.1 3-5.6 1.6 1.5 3 3.4 3 5.6 0 1.6-1.1 2.8-3 2.8zM12 9.2v2.4M8.6 11.6h6.8v8.2H8.6zM5 19.8h14c0 1.5-1.2 2.5-2.7 2.5H7.7C6.2 22.3 5 21.3 5 19.8zM15.4 14.2c1 .3 1.3 1 1.2 2.2"/>',
  cheer:
    '<path fill="var(--spot)" stroke="none" d="M10.2 8.9l3 11.9 3-11.9z"/><path d="M1.8 4.3c6 4.6 14.4 4.6 20.4 0M3 5.2l1.7 9.6L8.8 7.5M8.8 7.7L12 19.5l3.2-11.8M15.2 7.5l4.1 7.3L21 5.2"/>',
  'gold-star':
    '<path fill="var(--spot)" stroke="none" d="M13.2 4.4l2.7 5.7 6.2.8-4.5 4.3 1.1 6.2-5.5-3-5.5 3 1.1-6.2-4.5-4.3 6.2-.8z"/><path d="M12 3.1l2.7 5.7 6.2.8-4.5 4.3 1.1 6.2-5.5-3-5.5 3 1.1-6.2-4.5-4.3 6.2-.8z"/>',
  'shout-out':
    '<path fill="var(--spot)" stroke="none" d="M5.2 11.2v4.6h3.3l9.7 4.3V6.9l-9.7 4.3z"/><path d="M4 10v4.6h3.3L17 18.9V5.7L7.3 10zM7.3 14.6l1.4 5.7h3l-1-4.1M20.3 9.3c.9 1.9.9 4.1 0 6"/>',
  'host-thanks':
    '<path fill="var(--spot)" stroke="none" d="M13.2 10.3c-2.3 0-3.6-1.5-3.6-3.6V3.6l1.9 1.5 1.7-2.3 1.7 2.3 1.9-1.5v3.1c0 2.1-1.3 3.6-3.6 3.6z"/><path d="M12 9.1c-2.3 0-3.6-1.5-3.6-3.6V2.4l1.9 1.5L12 1.6l1.7 2.3 1.9-1.5v3.1c0 2.1-1.3 3.6-3.6 3.6zM12 9.1v4.2M7.4 13.3h9.2c0 1.7-1.4 2.1-1.4 3.3 0 1 1.8 1.5 1.8 3.3 0 1.3-.9 2.1-2.2 2.1H9.2C7.9 22 7 21.2 7 19.9c0-1.8 1.8-2.3 1.8-3.3 0-1.2-1.4-1.6-1.4-3.3z"/>',
}

const sizes = { small: 'icon', middle: 'icon mid', big: 'icon big' } as const
const drawn = new Map<string, ReturnType<typeof raw>>()

/** One symbol for each picture a page uses, once at its top. */
export function iconSprite(names: readonly IconName[]) {
  const key = `sprite ${names.join()}`
  const symbols = names
    .map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${shapes[name]}</symbol>`)
    .join('')
  return keep(key, `<svg width="0" height="0" class="vh" aria-hidden="true"><defs>${symbols}</defs></svg>`)
}

/** A picture beside words; it says nothing by itself. */
export function Icon({ name, size = 'small' }: { name: IconName; size?: keyof typeof sizes }) {
  return keep(
    `${name} ${size}`,
    `<svg class="${sizes[size]}" viewBox="0 0 24 24" aria-hidden="true"><use href="#${name}"/></svg>`,
  )
}

function keep(key: string, markup: string) {
  let html = drawn.get(key)
  if (!html) {
    html = raw(markup)
    drawn.set(key, html)
  }
  return html
}
