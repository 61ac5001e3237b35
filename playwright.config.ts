import { defineConfig } from '@playwright/test'
import { testBrowserOptions } from './e2e/browser.ts'

/** What `npm test` makes: a sale from the first screen to the ticket and back, each way of reaching a house once. All else is `long`. */
const short =
  /\/(sale|three-actions|accessible-sale|pay|languages|hub|shared|desktop|desktop-sale)\.spec\.ts$/

// oxlint-disable-next-line import/no-default-export -- Playwright reads its settings from the default export
export default defineConfig({
  testDir: 'e2e/specs',
  projects: [
    { name: 'short', testMatch: short },
    { name: 'long', testIgnore: short },
  ],
  outputDir: 'test-results',
  globalSetup: './e2e/announce.ts',
  reporter: 'list',
  // Two, as a small machine has cores: each test has a hub of its own beside its browser pages.
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time hides a race, and races are what this house is about: at a desk there is no second time. On a
  // machine that others use, one is given, and the report calls it flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: testBrowserOptions(),
    viewport: { width: 1280, height: 800 },
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    // Recording slows every test by a quarter: `npm run e2e -- --trace on` where one is looked into.
    trace: 'off',
  },
})
