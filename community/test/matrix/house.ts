import type { Corner } from './corner.ts'

export const house: Corner = {
  routes: {
    'GET /': 'yyyyyyy',
    'GET /assets/*': 'nnnnnnn',
    'GET /favicon.ico': 'yyyyyyy',
    'GET /guidelines': 'yyyyyyy',
    'GET /healthz': 'yyyyyyy',
    'GET /help': 'yyyyyyy',
    'GET /metrics': 'nnnnnnn',
    'GET /readyz': 'yyyyyyy',
    'GET /robots.txt': 'yyyyyyy',
    'GET /try': 'yyyyyyy',
    'POST /try': 'yyyyyyy',
    'GET /try/model-card': 'yyyyyyy',
    'GET /api/v1': 'yyyyyyy',
    'GET /api/v1/openapi.json': 'yyyyyyy',
  },
}
