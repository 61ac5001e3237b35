import type { JournalNews } from '../../shared/contract/journal-news.ts'
import { CHUNK_CHARS } from '../../shared/contract/limits.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer, BoxOffice } from '../../shared/contract/port.ts'
import { known } from '../../shared/lib/assert.ts'
import { textOfPage } from './page-text.ts'

/**
 * Sends one page in pieces, since a frame to the hub is small. Returns the answer to the last piece, or the first that is not a yes;
 * null: the page is no longer wanted.
 */
export async function handIn(
  hub: Pick<BoxOffice, 'call'>,
  page: JournalNews,
  isWanted: () => boolean,
): Promise<Answer<Output<'hand-in-rows'>> | null> {
  const whole = textOfPage(page)
  const count = Math.ceil(whole.length / CHUNK_CHARS)
  let answer: Answer<Output<'hand-in-rows'>> | null = null
  for (let index = 0; index < count; index += 1) {
    const text = whole.slice(index * CHUNK_CHARS, (index + 1) * CHUNK_CHARS)
    answer = await hub.call('hand-in-rows', { index, count, text })
    if (!isWanted()) return null
    if (answer.kind !== 'done') return answer
  }
  return known(answer, 'answer to a page')
}
