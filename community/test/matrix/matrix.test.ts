import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix } from './matrix.ts'
import { type MatrixStage, makeMatrixStage, viewers } from './stage.ts'

let stage: MatrixStage

beforeAll(async () => {
  stage = await makeMatrixStage()
})
afterAll(() => stage.close())

test('every route says who may, and nothing else is listed', () => {
  expect(stage.routes.filter((route) => !(route in matrix))).toEqual([])
  expect(Object.keys(matrix).filter((route) => !stage.routes.includes(route))).toEqual([])
})

/** Routes by the first part of their address, so that a failure names a corner of the house. */
function corners(): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const route of Object.keys(matrix)) {
    const corner = `/${route
      .split(' ')[1]!
      .split('/')
      .slice(1, route.includes('/api/v1') ? 4 : 2)
      .join('/')}`
    map.set(corner, [...(map.get(corner) ?? []), route])
  }
  return map
}

test.each([...corners()])(
  '%s is for whom the matrix says',
  async (_, routes) => {
    const found: Record<string, string> = {}
    for (const route of routes) {
      let cells = ''
      for (const viewer of viewers) cells += await stage.ask(route, viewer)
      found[route] = cells
    }
    expect(found).toEqual(Object.fromEntries(routes.map((route) => [route, matrix[route]])))
  },
  30_000,
)
