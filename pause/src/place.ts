import type { Places } from './reading/device.ts'

/** The model beside this script. */
const beside = (): string => new URL('./quick.bin', import.meta.url).href

/** Where the models lie, by what the element's attributes say. */
export function placesOf(element: Element): Places {
  const at = (name: string): string | undefined => {
    const given = element.getAttribute(name)
    return given ? new URL(given, document.baseURI).href : undefined
  }
  const quick = at('src') ?? beside()
  const [model, worker] = [at('careful-src'), at('worker-src')]
  const tags = (element.getAttribute('languages') ?? '').split(/\s+/).filter((tag) => tag !== '')
  return {
    quick,
    careful: model && worker && element.getAttribute('reader') !== 'quick' ? { model, worker } : undefined,
    languages: tags.map((tag) => ({ tag, from: new URL(`quick-${tag}.bin`, quick).href })),
  }
}
