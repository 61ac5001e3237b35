import { expect, test } from 'vitest'
import { type Paper, type PaperBlock, entranceTo, isPlain, plainTemplate, stretchesOf } from './paper.ts'

const paper = (blocks: readonly PaperBlock[], direction: Paper['direction'] = 'ltr'): Paper => {
  return { name: 'paper', language: 'en', direction, blocks }
}

test.for<[isOwn: boolean, blocks: readonly PaperBlock[]]>([
  [true, [{ kind: 'title', text: 'The Glass Orchard' }, { kind: 'rule' }]],
  [true, [{ kind: 'pair', start: 'Total', end: 'INR 200.00' }]],
  [true, [{ kind: 'code', text: 'GUICHET1/TKT-20261120-00000000', name: '' }]],
  // The first characters on either side of printable ASCII, and some that no code page has.
  [false, [{ kind: 'line', text: 'a\u001f' }]],
  [false, [{ kind: 'line', text: 'a\u007f' }]],
  [false, [{ kind: 'pair', start: 'Total', end: '₹200.00' }]],
  [false, [{ kind: 'pair', start: 'جمع', end: '200' }]],
  [false, [{ kind: 'title', text: 'मानसून' }]],
])('[T2] a printer’s own letters are enough: %s, for %j', ([isOwn, blocks]) => {
  expect(isPlain(paper(blocks))).toBe(isOwn)
})

test('[T2] a paper that is read from the right is drawn, whatever its letters: printers set from the left alone', () => {
  expect(isPlain(paper([{ kind: 'line', text: 'A1' }], 'rtl'))).toBe(false)
})

test('[T2] codes stand by themselves, what is between them stays together and in order', () => {
  const line = (text: string): PaperBlock => ({ kind: 'line', text })
  const code = (text: string): PaperBlock => ({ kind: 'code', text, name: '' })
  const blocks = [code('1'), code('2'), line('a'), line('b'), code('3'), line('c')]
  expect(stretchesOf(blocks)).toEqual([
    [code('1')],
    [code('2')],
    [line('a'), line('b')],
    [code('3')],
    [line('c')],
  ])
  expect(stretchesOf([])).toEqual([])
})

test('[T2] an entrance is the one that the venue says of the section, and none where it says nothing', () => {
  const template = { ...plainTemplate, entrances: [{ section: 'Stalls', entrance: 'Door 2' }] }
  expect(entranceTo(template, 'Stalls')).toBe('Door 2')
  expect(entranceTo(template, 'Balcony')).toBeNull()
})
