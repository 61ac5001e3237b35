import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy.ts'

test('[6.4] only the reader of a gate’s camera may compile, in a thread of its own, and not even it may fetch in a window', () => {
  const reader = '/assets/code-reader-worker-CJ8y68_m.js'
  expect(contentPolicy('browser', reader)).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(contentPolicy('window', reader)).toContain("connect-src 'none'")
  for (const path of ['/', '/assets/index-a.js', '/code-reader-worker-a.js', `${reader}/x`, `/x${reader}`])
    expect(contentPolicy('window', path), path).not.toContain('unsafe')
})
