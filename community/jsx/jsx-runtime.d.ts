import type { JSX } from 'hono/jsx/jsx-runtime'

/** Called by compiled JSX: an element becomes its HTML, a component what it returns. */
export function jsx(type: unknown, props: Record<string, unknown>): JSX.Element
/** Several things side by side. */
export function Fragment(props: { children?: unknown }): JSX.Element
/**
 * Markup written out, for the few pieces that stand fifty times on a page: a third of what elements cost. Values are
 * escaped as anywhere else; in an attribute they stand between quotes.
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): JSX.Element
/** Finished HTML from elsewhere: rendered Markdown, a picture of ours. */
export function raw(text: string): JSX.Element
export type { JSX }
export { jsx as jsxDEV, jsx as jsxs }
