// A page of the journal as one text, for the way from a kiosk to its hub, which takes text in pieces. Plans are columns of numbers: a
// page that holds some is encoded as bytes, and sent as base64.

import { decodeFrame, encodeFrame } from '../../shared/contract/codec.ts'
import { type JournalNews, journalNews } from '../../shared/contract/journal-news.ts'

/** No JSON begins with it. */
const BYTES = '#'

export function textOfPage(page: JournalNews): string {
  const written = encodeFrame(page)
  return typeof written === 'string' ? written : BYTES + Buffer.from(written).toString('base64')
}

/** Null: the text is not a page. */
export function pageOfText(text: string): JournalNews | null {
  try {
    const bytes = text.startsWith(BYTES) ? new Uint8Array(Buffer.from(text.slice(1), 'base64')) : text
    return journalNews.parse(decodeFrame(bytes))
  } catch {
    return null
  }
}
