import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { test as base, expect } from '../fixtures.ts'
import { Desk } from '../pages/desk.ts'

/** PEM files as a venue installs them, for a machine that is called 127.0.0.1. */
async function installed(folder: string): Promise<readonly string[]> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Venue' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  writeFileSync(join(folder, 'cert.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key)
  const files = ['--certificate', join(folder, 'cert.pem'), '--certificate-key', join(folder, 'key.pem')]
  return ['--screens', '127.0.0.1:0', ...files]
}

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  hubOptions: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-certificate-'))
    await provide({ words: await installed(folder) })
    rmSync(folder, { recursive: true })
  },
})

test('[S5] a browser of the venue’s network sells by the venue’s certificate', async ({ hub, openDesk }) => {
  // Printed after the first link, which is what shows that the hub is up.
  const ofVenue = () => /On your network: (\S+)/.exec(hub.lines.join('\n'))?.[1] ?? ''
  await expect.poll(ofVenue).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/\?token=/)
  const link = ofVenue()
  const page = await openDesk({ browser: { ignoreHTTPSErrors: true } })
  await page.goto(link)
  const desk = new Desk(page)
  await desk.sell('The Glass Orchard', 'C5')
  expect(new URL(page.url()).protocol).toBe('https:')
})
