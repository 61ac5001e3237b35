// [I42] A house is used with recognisable secrets: everything that it prints, logs, measures, keeps and backs up is then searched for
// them. Only the folder of keys may hold secrets, and not even that holds PINs and passwords.

import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, lostHub } from '../fixtures.ts'
import { offerAt, test } from '../lan-fixtures.ts'
import { People, adminPin, clerkPin } from '../pages/people.ts'

const canaries = {
  mistyped: '77310466',
  password: 'canary words of a manager',
  wrongPassword: 'canary words of somebody',
  mail: 'canary-of-the-mail-server',
}

/** Every file of a house except those under `left`, as text and as bytes. */
function filesBut(data: string, left: string): { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(data, file).startsWith(left))
    .map((file) => ({ name: relative(data, file), bytes: readFileSync(file) }))
}

async function setPassword(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New password for' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New password', { exact: true }).fill(canaries.password)
  await dialog.getByLabel('Type it again').fill(canaries.password)
  await dialog.getByRole('button', { name: 'Set the password' }).click()
  await expect(dialog).toBeHidden()
}

async function mistypePassword(people: People): Promise<void> {
  const { page } = people
  await people.choose('Change my password…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill(canaries.wrongPassword)
  await dialog.getByLabel('New password', { exact: true }).fill(canaries.wrongPassword)
  await dialog.getByLabel('Type it again').fill(canaries.wrongPassword)
  await dialog.getByRole('button', { name: 'Set the password' }).click()
  await expect(dialog.getByRole('alert')).not.toBeEmpty()
  await page.keyboard.press('Escape')
}

async function setUpMail(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/messages'))
  await page.getByRole('checkbox', { name: 'Send e-mails' }).check()
  await page.getByLabel('Mail server').fill('127.0.0.1')
  await page.getByLabel('Port').fill('9')
  await page.getByLabel('Connection').selectOption({ label: 'TLS' })
  await page.getByLabel('From', { exact: true }).fill('door@example.com')
  await page.getByLabel('User name').first().fill('door')
  await page.getByLabel('Password').first().fill(canaries.mail)
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

test('[I42] no PIN, password or code is printed, logged, measured, kept in the books or backed up', async ({
  hub,
  openDesk,
  troubles,
}) => {
  test.setTimeout(150_000)
  troubles.expect(lostHub)
  const page = await openDesk()
  const people = new People(page)
  await people.staffTheHouse()
  await setPassword(page)
  await mistypePassword(people)
  await setUpMail(page)
  const { code, dialog } = await offerAt(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('The newest backup was made on')).toBeVisible()
  await people.choose('Lock')
  await people.typePin(canaries.mistyped)
  await expect(page.getByRole('alert').filter({ hasText: 'Wrong PIN' })).toBeVisible()
  const told = await Promise.all(
    ['/metrics', '/healthz'].map(async (path) => (await fetch(new URL(path, hub.address))).text()),
  )
  await hub.stop()

  const plain = code.replaceAll('-', '')
  const secrets = [adminPin, code, plain, ...Object.values(canaries), 'PRIVATE KEY']
  const files = filesBut(hub.data, 'keys')
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['house.db']))
  expect(files.some(({ name }) => name.startsWith('logs'))).toBe(true)
  expect(files.some(({ name }) => name.startsWith('backups'))).toBe(true)
  // The search covers what was written: a name is found in it.
  expect(files.some(({ bytes }) => bytes.includes('Mina'))).toBe(true)
  for (const secret of secrets) {
    expect(
      files.filter(({ bytes }) => bytes.includes(secret)).map(({ name }) => name),
      secret,
    ).toEqual([])
    expect(hub.lines.join('\n'), secret).not.toContain(secret)
    expect(told.join('\n'), secret).not.toContain(secret)
  }
  // Not even beside the keys: what people know is stored nowhere.
  const keys = filesBut(join(hub.data, 'keys'), '../')
  for (const secret of [adminPin, clerkPin, canaries.password, plain])
    expect(keys.filter(({ bytes }) => bytes.includes(secret)).map(({ name }) => name)).toEqual([])
  // The one that must be there is found, so the others would have been too.
  expect(keys.filter(({ bytes }) => bytes.includes(canaries.mail))).toHaveLength(1)
})
