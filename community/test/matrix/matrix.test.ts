import { afterAll, beforeAll, expect, test } from 'vitest'
import { cornerOf, corners } from './matrix.ts'
import { type MatrixStage, makeMatrixStage, viewers } from './stage.ts'

let stage: MatrixStage

beforeAll(async () => {
  stage = await makeMatrixStage()
})
afterAll(() => stage.close())

test('every route is in one corner that says who may, and nothing else is listed', () => {
  expect(stage.routes.filter((route) => !cornerOf(route))).toEqual([])
  const listed = Object.values(corners).flatMap(({ routes }) => Object.keys(routes))
  expect(listed.filter((route) => !stage.routes.includes(route))).toEqual([])
})

test.each(Object.entries(corners))(
  '%s is for whom the matrix says',
  async (_, { routes }) => {
    const found: Record<string, string> = {}
    for (const route of Object.keys(routes)) {
      let cells = ''
      for (const viewer of viewers) cells += await stage.ask(route, viewer)
      found[route] = cells
    }
    expect(found).toEqual(routes)
  },
  60_000,
)
