import type { JSX } from 'hono/jsx/jsx-runtime'

/** Called by compiled JSX: an element becomes its HTML, a component what it returns. */
export function jsx(type: unknown, props: Record<string, unknown>): JSX.Element
/** Several things side by side. */
export function Fragment(props: { children?: unknown }): JSX.Element
export type { JSX }
export { jsx as jsxDEV, jsx as jsxs }
