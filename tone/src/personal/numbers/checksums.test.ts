import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  brazilianCpf,
  codiceFiscale,
  dutchBsn,
  frenchNir,
  germanTaxId,
  iban,
  irishPps,
  luhn,
  pesel,
  spanishId,
} from './checksums.ts'

// Numbers that the offices themselves, or the standards, give as examples.
const kinds: [name: string, check: (code: string) => boolean, codes: string[]][] = [
  ['luhn', luhn, ['4111111111111111', '378282246310005', '30569309025904', '6011111111111117']],
  ['iban', iban, ['DE89370400440532013000', 'GB29NWBK60161331926819', 'FR1420041010050500013M02606']],
  ['German tax id', germanTaxId, ['86095742719', '47036892816', '65929970489', '57549285017', '25768131411']],
  ['French NIR', frenchNir, ['255081416802538', '185057800608491']],
  ['DNI, NIE', spanishId, ['12345678Z', 'X1234567L', 'Y1234567X', '87654321X']],
  ['codice fiscale', codiceFiscale, ['RSSMRA85T10A562S', 'VRDGPP13R10B293P']],
  ['BSN', dutchBsn, ['111222333', '123456782']],
  ['CPF', brazilianCpf, ['11144477735', '52998224725']],
  ['PESEL', pesel, ['44051401359']],
  ['PPS', irishPps, ['1234567T', '1234567FA']],
]

describe.each(kinds)('%s', (_, check, codes) => {
  test.each(codes)('%s holds', (code) => {
    expect(check(code)).toBe(true)
  })

  test('one sign turned and it holds no more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.nat(), fc.integer({ min: 1, max: 9 }), (code, where, by) => {
        const digits = [...code.matchAll(/\d/g)].map(({ index }) => index)
        const at = digits[where % digits.length]!
        const turned = code.slice(0, at) + ((Number(code[at]) + by) % 10) + code.slice(at + 1)
        expect(check(turned)).toBe(false)
      }),
    )
  })
})
