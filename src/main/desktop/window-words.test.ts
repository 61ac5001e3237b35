import { expect, test } from 'vitest'
import { catalogue } from '../../renderer/messages/catalogue.ts'
import { type WindowWords, filled, firstLanguage, wordsOf } from './window-words.ts'

const english = wordsOf('en')
const names = Object.keys(english) as (keyof WindowWords)[]

test.for(['fa', 'hi'] as const)(
  '[E1] the window says everything in %s, with the same places to fill',
  (language) => {
    const words = wordsOf(language)
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()
    for (const name of names) {
      expect(words[name].trim(), name).not.toBe('')
      expect(words[name], name).not.toBe(english[name])
      expect(places(words[name]), name).toEqual(places(english[name]))
    }
  },
)

test('[E1] a text is filled where it has a place, and nowhere else', () => {
  expect(filled('{count} of {all}, {count}', { count: 2, all: '{count}' })).toBe('2 of {count}, 2')
})

test('[E1] the system’s first language that there are words in, else English', () => {
  expect(firstLanguage(['de-DE', 'fa-IR', 'hi-IN'])).toBe('fa')
  expect(firstLanguage(['hi'])).toBe('hi')
  expect(firstLanguage(['constructor', 'fr'])).toBe('en')
})

test.for(['en', 'fa', 'hi'] as const)(
  '[E1] the window calls the program as its page does: %s',
  (language) => {
    const name = catalogue[language]['app.name']
    const { quit, about, cannotSell } = wordsOf(language)
    for (const text of [quit, about, cannotSell]) expect(text).toContain(name)
  },
)
