import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type MessageFormatElement,
  isLiteralElement,
  isPoundElement,
  isTagElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { catalogue, english } from './catalogue.ts'

const renderer = join(import.meta.dirname, '..')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages/') && !file.includes('.test.'))
  .map((file) => readFileSync(join(renderer, file), 'utf8'))
  .concat(readFileSync(join(import.meta.dirname, 'refusal-text.ts'), 'utf8'))
  .join('\n')

/** `say(`state.${x}`)` uses every message that begins so. */
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
    for (const [id, text] of Object.entries(catalogue.fa)) {
      expect(text.trim(), id).not.toBe('')
      const hasWords = parse(english[id as keyof typeof english]).some(
        (element) => isLiteralElement(element) && /[a-z]{4,}/i.test(element.value),
      )
      if (hasWords) {
        expect(text, id).not.toBe(english[id as keyof typeof english])
      }
    }
  })
})

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
