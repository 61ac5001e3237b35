import type { Paper } from '../../../shared/domain/paper.ts'
import { paperWords } from '../../papers/paper-words.ts'

/** A paper with every kind of block, in the language of the screen. */
export function testPaper(): Paper {
  const { say, language, direction, formats } = paperWords({ language: 'screen' })
  return {
    name: say('printers.test.title'),
    language,
    direction,
    blocks: [
      { kind: 'mark', text: say('printers.test.title') },
      { kind: 'title', text: say('app.name') },
      { kind: 'line', text: say('printers.test.text') },
      { kind: 'rule' },
      { kind: 'pair', start: say('receipt.total'), end: formats.money(123_450, 'INR'), isStrong: true },
      { kind: 'line', text: say('printers.test.digits'), look: 'middle' },
      { kind: 'code', text: 'GUICHET1/TEST', name: say('printers.test.title') },
    ],
  }
}
