import { expect, test } from 'vitest'
import { StartRefused } from '../store/open-database.ts'
import { NOTICE_POLICY, boxText, noticeOf, noticePage, noticeStyle } from './notice-page.ts'
import { wordsOf } from './window-words.ts'

test.for(['en', 'fa', 'hi'] as const)(
  '[A7] a locked screen that cannot sell says so in its language, and that it tries again: %s',
  (language) => {
    const notice = noticeOf(new StartRefused('quick_check', '<b>page 7</b> & "more"'), language)
    const page = noticePage(notice, wordsOf(language).triesAgain, language)
    expect(page).toContain(`<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">`)
    for (const text of [notice.title, notice.text, wordsOf(language).triesAgain]) expect(page).toContain(text)
    expect(page).toContain('&lt;b&gt;page 7&lt;/b&gt; &amp; &quot;more&quot;')
    expect(page).not.toMatch(/<script|<a |<button|<input|<b>|style=/)
  },
)

test('[I42] a key store that is locked is called that, and what to do about it; anything else is not', () => {
  const closed = noticeOf(new StartRefused('its keys can be opened', 'shelf-key: Error: locked'), 'en')
  expect(closed.text).toMatch(/key store.*locked/)
  expect(boxText(closed)).toContain('shelf-key: Error: locked')
  expect(noticeOf(new StartRefused('its keys are whole', 'ticket-key'), 'en').text).not.toMatch(/key store/)
  expect(noticeOf('anything', 'en')).toMatchObject({ detail: 'anything', title: 'Guichet cannot sell' })
})

test('[6.4] the page runs nothing and fetches nothing but its own style', () => {
  expect(NOTICE_POLICY).toContain("default-src 'none'")
  expect(NOTICE_POLICY).not.toMatch(/script|unsafe/)
  expect(noticeStyle).not.toMatch(/url\(|@import/)
})
