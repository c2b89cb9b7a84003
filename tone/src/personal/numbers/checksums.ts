const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const figures = (digits: string): number[] => [...digits].map(Number)
const weighed = (digits: string, weights: readonly number[]): number =>
  sum(figures(digits).map((figure, at) => figure * (weights[at] ?? 0)))

/** Payment cards, and others: every second figure from the right counts twice. */
export function luhn(digits: string): boolean {
  const doubled = (figure: number) => (figure > 4 ? figure * 2 - 9 : figure * 2)
  const parts = figures(digits).reverse()
  return sum(parts.map((figure, at) => (at % 2 === 1 ? doubled(figure) : figure))) % 10 === 0
}

/** What is left of a number too long for arithmetic. */
export function remainder(digits: string, by: number): number {
  let left = 0
  for (const figure of digits) left = (left * 10 + Number(figure)) % by
  return left
}

/** ISO 13616: the first four to the end, letters as numbers, one left of 97. */
export function iban(code: string): boolean {
  const turned = code.slice(4) + code.slice(0, 4)
  return (
    remainder(
      turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  )
}

/** ISO 7064, mod 11,10, over eleven figures; one figure of the first ten stands twice or three times. */
export function germanTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false
  const counts = new Map<string, number>()
  for (const figure of digits.slice(0, 10)) counts.set(figure, (counts.get(figure) ?? 0) + 1)
  const repeated = [...counts.values()].filter((count) => count > 1)
  if (repeated.length !== 1 || repeated[0]! > 3) return false
  let product = 10
  for (const figure of figures(digits.slice(0, 10)))
    product = ((((figure + product) % 10 || 10) * 2) % 11) % 11
  return (11 - product) % 10 === Number(digits[10])
}

/** The key of a French social security number: 97 less what is left; Corsica counts as 19 and 18. */
export function frenchNir(code: string): boolean {
  const body = code.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - remainder(body, 97) === Number(code.slice(13))
}

const DNI = 'TRWAGMYFPDXBNJZSQVHLCKE'
/** Spanish DNI and NIE: the letter follows from the number. */
export function spanishId(code: string): boolean {
  const number = code.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return DNI[Number(number) % 23] === code.at(-1)
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
/** Italian codice fiscale: the sixteenth sign follows from the others. */
export function codiceFiscale(code: string): boolean {
  const value = (sign: string) => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65)
  const total = sum(
    [...code.slice(0, 15)].map((sign, at) => (at % 2 === 0 ? ODD[value(sign)]! : value(sign))),
  )
  return String.fromCharCode(65 + (total % 26)) === code[15]
}

/** Dutch BSN: weights nine to two, the last figure taken off, divides by eleven. */
export function dutchBsn(digits: string): boolean {
  const nine = digits.padStart(9, '0')
  return Number(nine) > 0 && weighed(nine, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
}

/** Brazilian CPF: two figures that follow from the others. */
export function brazilianCpf(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false
  const check = (length: number) =>
    ((weighed(
      digits.slice(0, length),
      Array.from({ length }, (_, at) => length + 1 - at),
    ) *
      10) %
      11) %
    10
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10])
}

/** Polish PESEL. */
export const pesel = (digits: string): boolean =>
  weighed(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0

/** Irish PPS number: the letter behind seven figures, with or without a second one. */
export function irishPps(code: string): boolean {
  const second = code[8] && code[8] !== 'W' ? (code.charCodeAt(8) - 64) * 9 : 0
  const left = (weighed(code.slice(0, 7), [8, 7, 6, 5, 4, 3, 2]) + second) % 23
  return 'WABCDEFGHIJKLMNOPQRSTUV'[left] === code[7]
}
