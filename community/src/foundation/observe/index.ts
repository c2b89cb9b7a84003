export { type Figure, Metrics } from './metrics.ts'
export { observeRequests, patternOf } from './observe-requests.ts'
export { makeMetrics } from './process-figures.ts'
export { observeRoutes, readiness } from './routes.ts'
