import { expect, test } from 'vitest'
import { html, raw } from '#jsx/jsx-runtime'

const Twice = ({ children }: { children?: unknown }) => (
  <>
    <b>{children as string}</b>
    <i>{children as string}</i>
  </>
)

test('what people wrote is escaped wherever it stands', () => {
  const wrote = `<script>alert("1")</script> & 'so'`
  const page = String(
    <p title={wrote}>
      {wrote}
      {[wrote, [wrote]]}
    </p>,
  )
  expect(page).not.toContain('<script>')
  expect(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt; &amp; &#39;so&#39;/g)).toHaveLength(
    4,
  )
  expect(String(<p>{{ toString: () => '<b>' } as unknown as string}</p>)).toBe('<p>&lt;b&gt;</p>')
})

test('finished HTML is placed as it is, once', () => {
  expect(String(<Twice>{raw('<u>1 & 2</u>')}</Twice>)).toBe('<b><u>1 & 2</u></b><i><u>1 & 2</u></i>')
  expect(
    String(
      <p>
        <Twice>a&b</Twice>
      </p>,
    ),
  ).toBe('<p><b>a&amp;b</b><i>a&amp;b</i></p>')
})

test('nothing, yes and no leave no trace between tags; zero does', () => {
  expect(
    String(
      <p>
        {null}
        {undefined}
        {false}
        {true}
        {0}
        {''}
      </p>,
    ),
  ).toBe('<p>0</p>')
})

test('attributes: switches stand alone, others carry their value, missing ones are left out', () => {
  expect(
    String(
      <input type="checkbox" checked disabled={false} value={undefined} aria-busy={true} maxlength={3} />,
    ),
  ).toBe('<input type="checkbox" checked="" aria-busy="true" maxlength="3"/>')
})

test('what would run as script, or style against our policy, does not get in', () => {
  expect(() => <p {...{ onclick: 'x()' }} />).toThrow('has no place')
  expect(() => <p {...{ 'x"><script': '1' }} />).toThrow('no name')
  expect(() => <p>{Promise.resolve('later')}</p>).toThrow('await this')
})

test('markup written out escapes as elements do, in text and between quotes', () => {
  const wrote = `"><script>alert('1')</script>`
  const page = String(
    html`<p title="${wrote}">${wrote}${[raw('<u>fine</u>'), null, false, 0, <b>{wrote}</b>]}</p>`,
  )
  expect(page).toBe(
    String(
      <p title={wrote}>
        {wrote}
        {[raw('<u>fine</u>'), null, false, 0, <b>{wrote}</b>]}
      </p>,
    ),
  )
  expect(page).not.toContain('<script>')
})
