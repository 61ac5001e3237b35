import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { DeskWord } from '../../shared/contract/desk-place.ts'
import { DESK_GO, DESK_WORD } from '../../shared/contract/ipc-channel.ts'
import { DeskLine, type DeskLineParts } from './desk-line.ts'

const origin = 'app://guichet'
const show = (showId: number) => ({ kind: 'show', showId }) as const
const word: DeskWord = { language: 'fa', scheme: 'dark' }

function page() {
  const ipc = new EventEmitter()
  const mainFrame = { url: `${origin}/` }
  const sent: unknown[] = []
  const words: DeskWord[] = []
  const send = (channel: string, place: unknown) => sent.push([channel, place])
  const contents = { ipc, mainFrame, send } as unknown as DeskLineParts['contents']
  const line = new DeskLine({ contents, origin, onWord: (said) => words.push(said) })
  const say = (said: unknown, frame: object = mainFrame) => ipc.emit(DESK_WORD, { senderFrame: frame }, said)
  return { line, sent, words, say }
}

test('[6.4] a place waits until the page can be led, and of two the second counts', () => {
  const { line, sent, words, say } = page()
  line.go(show(1))
  line.go(show(2))
  expect(sent).toEqual([])
  say(word)
  expect(words).toEqual([word])
  expect(sent).toEqual([[DESK_GO, show(2)]])
  line.go(show(3))
  say(word)
  expect(sent).toEqual([
    [DESK_GO, show(2)],
    [DESK_GO, show(3)],
  ])
})

test('[6.4] after its page was lost, a place waits for the next one', () => {
  const { line, sent, say } = page()
  say(word)
  line.lost()
  line.go(show(4))
  expect(sent).toEqual([])
  say(word)
  expect(sent).toEqual([[DESK_GO, show(4)]])
})

test('[6.4] another frame, and a word that is none, are not heard', () => {
  const { line, sent, words, say } = page()
  line.go(show(1))
  say(word, { url: `${origin}/` })
  say(word, { url: 'https://foreign.invalid/' })
  say({ ...word, language: 'xx' })
  say(null)
  expect(words).toEqual([])
  expect(sent).toEqual([])
})
