import { expect, test } from 'vitest'
import { soughtText } from './sought-text.ts'

test.for([
  ['Zoë', 'zoe'],
  ['ZOE\u0308', 'zoe'],
  ['Ёлка', 'елка'],
  ['Ελένη', 'ελενη'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['Søren Łukasz Weiß', 'soren lukasz weiss'],
  ['İstanbul', 'istanbul'],
  ['Ｇｒａｎｄ', 'grand'],
  ['\u2068Glass\u2069', 'glass'],
])('[E1] %s is found by %s: marks over letters do not part names', ([name, typed]) => {
  expect(soughtText(name ?? '')).toBe(typed)
})

test.for([
  ['كافي', 'کافی'],
  ['آرمان', 'ارمان'],
  ['علی\u200Cرضا', 'علیرضا'],
  ['مسئول', 'مسیول'],
  ['سالن ۱۲', 'سالن 12'],
  ['قاعة ٣', 'قاعه 3'],
  ['हॉल २', 'हॉल 2'],
])('[E1] %s and %s are one: two keyboards type the same letter and digit differently', ([name, typed]) => {
  expect(soughtText(name ?? '')).toBe(soughtText(typed ?? ''))
})

test.for([
  ['माला', 'मल'],
  ['कि', 'की'],
  ['कम', 'कं'],
  ['दिन\u094D', 'दिन'],
  ['مُ', 'م'],
])('[E1] %s and %s are two: a vowel sign is a letter', ([one, other]) => {
  expect(soughtText(one ?? '')).not.toBe(soughtText(other ?? ''))
})

test('[E1] a letter of Hindi with its dot is one, however it was typed', () => {
  expect(soughtText('\u0958')).toBe(soughtText('\u0915\u093C'))
})
