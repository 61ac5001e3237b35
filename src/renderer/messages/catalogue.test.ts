import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type MessageFormatElement,
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isTagElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { catalogue, english } from './catalogue.ts'
import { languages } from './languages.ts'

const renderer = join(import.meta.dirname, '..')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages/') && !file.includes('.test.'))
  .map((file) => readFileSync(join(renderer, file), 'utf8'))
  .concat(readFileSync(join(import.meta.dirname, 'refusal-text.ts'), 'utf8'))
  .join('\n')

/** `say(`state.${x}`)` counts as using every message with this prefix. */
const begun = [...sources.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map(([, start = '']) => start)

describe('[E1] messages', () => {
  test('every message is used on some screen', () => {
    const unused = Object.keys(english).filter(
      (id) =>
        !sources.includes(`'${id}'`) &&
        !sources.includes(`"${id}"`) &&
        !begun.some((start) => id.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  test('every language fills the same places of every message', () => {
    for (const [language, messages] of Object.entries(catalogue)) {
      for (const [id, text] of Object.entries(english)) {
        const theirs = messages[id as keyof typeof english]
        expect(places(theirs), `${language} ${id}`).toEqual(places(text))
      }
    }
  })

  test('no message is empty, and none is English in another language but for what has no translation', () => {
    const others = Object.entries(catalogue).filter(([language]) => language !== 'en')
    for (const [language, messages] of others) {
      for (const [id, text] of Object.entries(messages)) {
        expect(text.trim(), `${language} ${id}`).not.toBe('')
        const hasWords = parse(english[id as keyof typeof english]).some(
          (element) => isLiteralElement(element) && /[a-z]{4,}/i.test(element.value),
        )
        if (hasWords) {
          expect(text, `${language} ${id}`).not.toBe(english[id as keyof typeof english])
        }
      }
    }
  })

  test('letters are written in one way: a dotted letter is not two things to whoever searches or compares', () => {
    for (const [language, messages] of Object.entries(catalogue)) {
      for (const [id, text] of Object.entries(messages)) {
        expect(text, `${language} ${id}`).toBe(text.normalize('NFC'))
      }
    }
  })

  test('every plural has the cases its language tells apart, and no others', () => {
    for (const { code, locale } of languages) {
      const told = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
      for (const [id, text] of Object.entries(catalogue[code])) {
        for (const cases of pluralsOf(parse(text))) {
          const named = cases.filter((one) => !one.startsWith('='))
          expect(told, `${code} ${id}`).toEqual(expect.arrayContaining(named))
          expect(named, `${code} ${id}`).toContain('other')
        }
      }
    }
  })
})

/** The cases of every plural in a message, including nested ones. */
function pluralsOf(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (!('options' in element)) return []
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsOf(value))
    return isPluralElement(element) ? [Object.keys(element.options), ...inner] : inner
  })
}

function places(text: string): string[] {
  return [...new Set(argumentsOf(parse(text)))].toSorted()
}

function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element)) return []
    if (isTagElement(element)) return argumentsOf(element.children)
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : []
    return [element.value, ...inner]
  })
}
