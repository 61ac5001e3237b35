import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy.ts'

test('[V18] the policy of a window and of a browser differ in one word: whom the page may talk to', () => {
  const policyFor = (connect: string) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
      `connect-src ${connect}`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types guichet-code-reader',
    ].join('; ')
  expect(contentPolicy('window')).toBe(policyFor("'none'"))
  expect(contentPolicy('browser')).toBe(policyFor("'self'"))
})

test('[6.4] only the reader of a gate’s camera may compile, in a thread of its own, and not even it may fetch in a window', () => {
  const reader = '/assets/code-reader-worker-CJ8y68_m.js'
  expect(contentPolicy('browser', reader)).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(contentPolicy('window', reader)).toContain("connect-src 'none'")
  for (const path of ['/', '/assets/index-a.js', '/code-reader-worker-a.js', `${reader}/x`, `/x${reader}`])
    expect(contentPolicy('window', path), path).not.toContain('unsafe')
})
