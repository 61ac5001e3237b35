import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { axeFaults } from '../axe.ts'
import { expect, test } from '../fixtures.ts'

async function openSpreadsheets(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Spreadsheets' }).click()
  await expect(page.getByRole('heading', { name: 'Spreadsheets' })).toBeVisible()
}

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

/** Below the top bar, which has messages of its own. */
const said = (page: Page) => page.getByRole('main').getByRole('status')

async function savedFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a CSV file' }).click()
  return readFile(await (await download).path(), 'utf8')
}

test('[A3] a file is looked at, imported in one step, and what is saved then changes nothing when it comes back', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  await chooseFile(page, 'people.csv', 'id;name;phone;vip\r\n;Asha Rao;+91 98200 12345;yes\r\n;=Bina;;\r\n')
  await expect(said(page)).toContainText('2 new rows')
  await expect(page.getByRole('row', { name: /Asha Rao/ })).toContainText('phone')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(said(page)).toHaveText('Imported: 2 new rows, 0 changed.')

  const text = await savedFile(page)
  expect(text.startsWith('\uFEFFid,name,phone,email,vip,language\r\n')).toBe(true)
  expect(text).toContain(",Asha Rao,'+91 98200 12345,,yes,\r\n")
  expect(text).toContain(",'=Bina,,,no,\r\n")
  await chooseFile(page, 'customers.csv', text)
  await expect(page.getByText('Everything in it is already here.')).toBeVisible()
  await expect(said(page)).toContainText('0 new rows, 0 changed')

  await chooseFile(page, 'customers.csv', text.replace('Asha Rao', 'Asha R. Rao'))
  await expect(page.getByRole('row', { name: /Asha R\. Rao/ })).toContainText('Asha Rao')
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(said(page)).toHaveText('Imported: 0 new rows, 1 changed.')
})

test('[V9] a file with broken lines is not imported: each is named by its line and column, by keys alone', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  await page.getByLabel('Rows of').selectOption('Coupons')
  const before = await savedFile(page)
  await page.getByLabel('Or paste lines').focus()
  await page.keyboard.insertText(
    'code,percent,discount_max,valid_from,valid_until,active,uses_max\n' +
      'GOOD,5,1000,2026-11-20T12:00Z,2027-11-20T12:00Z,yes,\n' +
      'BAD,500,1000,2026-02-30T12:00Z,2027-11-20T12:00Z,yes,\n' +
      'GOOD,5,1000,2026-11-20T12:00Z,2027-11-20T12:00Z,yes,\n',
  )
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('was not imported: it has 3 errors')
  await expect(page.getByRole('table').getByRole('row')).toHaveText([
    /^Line/,
    '3percentThis is not a number, or it is too large.500',
    /^3valid_fromThis is not a time.*2026-02-30T12:00Z$/,
    '4codeA line above has the same value.GOOD',
  ])
  await expect(page.getByRole('button', { name: /^Import \d/ })).toBeHidden()
  expect(await axeFaults(page)).toEqual([])
  expect(await savedFile(page)).toBe(before)
})

test('[A3] prices of shows are saved, changed and brought back; the show is sold at the new one @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  await page.getByLabel('Rows of').selectOption('Prices of shows')
  const text = await savedFile(page)
  const line = text.split('\r\n').find((one) => /^\d+,Test event,.*,VIP,/.test(one)) ?? ''
  expect(line).not.toBe('')
  const [show = ''] = line.split(',')
  const dearer = line.replace(/[^,]*$/, '777.00')
  await chooseFile(page, 'prices.csv', text.replace(line, dearer))
  await expect(said(page)).toContainText('0 new rows, 1 changed')
  await expect(page.getByRole('row', { name: /Test event/ })).toContainText('777.00')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(said(page)).toHaveText('Imported: 0 new rows, 1 changed.')
  expect(await savedFile(page)).toContain(dearer)
  await chooseFile(page, 'bad.csv', `show,category,ticket_type,price\n${show},Moon,VIP,1\n`)
  await expect(page.getByRole('alert')).toContainText('was not imported')
  await expect(page.getByRole('table')).toContainText('This show has no such price zone.')
})

test('[A3] [V9] a workbook goes out and comes back: changed it changes, damaged it is named and nothing is imported', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  const saved = async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as a workbook (XLSX)' }).click()
    return readFile(await (await download).path())
  }
  const choose = async (buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    // The name does not tell the format: the content does.
    await (await chooser).setFiles({ name: 'people', mimeType: '', buffer })
  }
  await chooseFile(page, 'people.csv', 'id,name,phone\r\n,Asha Rao,+91 98200 12345\r\n,=Bina,\r\n')
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(said(page)).toHaveText('Imported: 2 new rows, 0 changed.')
  const book = await saved()
  await choose(book)
  await expect(page.getByText('Everything in it is already here.')).toBeVisible()
  const parts = unzipSync(book)
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).not.toContain('<f>')
  const changed = { ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace('Asha Rao', 'Asha R. Rao')) }
  await choose(Buffer.from(zipSync(changed)))
  await expect(page.getByRole('row', { name: /Asha R\. Rao/ })).toContainText('Asha Rao')
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(said(page)).toHaveText('Imported: 0 new rows, 1 changed.')
  await choose(book.subarray(0, 400))
  await expect(page.getByRole('alert')).toContainText('people')
  expect(await axeFaults(page)).toEqual([])
})

test('[A3] shows come from a file: a new one is like another, and undone it is there no more', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  await page.getByLabel('Rows of').selectOption('Shows')
  const text = await savedFile(page)
  const [head = '', ...lines] = text.trimEnd().split('\r\n')
  expect(head).toBe('\uFEFFshow,like,listing,title,venue,start,active')
  await chooseFile(page, 'shows.csv', text)
  await expect(page.getByText('Everything in it is already here.')).toBeVisible()

  const [show = ''] = lines.find((line) => line.includes(',Test event,'))?.split(',') ?? []
  // As a workbook has it: the venue's local time, without a zone.
  const year = new Date().getFullYear() + 1
  await chooseFile(page, 'new.csv', `show,like,start,active\n,${show},${year}-11-20T19:30,yes\n`)
  await expect(said(page)).toContainText('1 new row, 0 changed')
  await expect(page.getByRole('row', { name: /Test event/ })).toContainText(`${year}-11-20T19:30+05:30`)
  await expect(page.getByText('An import can be undone')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(said(page)).toHaveText('Imported: 1 new row, 0 changed.')
  expect((await savedFile(page)).split('\r\n')).toHaveLength(text.split('\r\n').length + 1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(said(page)).toHaveText('1 row undone.')
  expect(await savedFile(page)).toBe(text)

  await chooseFile(page, 'bad.csv', `show,like,start,active\n,${show},${year}-02-30T19:30,yes\n,999,,yes\n`)
  await expect(page.getByRole('table').getByRole('row')).toHaveText([
    /^Line/,
    /^2startThis is not a time/,
    /^3likeThere is no row with this id/,
  ])
  await page.getByRole('link', { name: 'Manage' }).click()
  await page.getByRole('link', { name: 'Changes' }).click()
  await expect(page.getByRole('row', { name: /Spreadsheet: Shows, 1 line/ })).toContainText('Undone')
})

test('[A3] listings come from a file and go back, by keys alone; one that a hotel cannot have is named @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  await page.getByLabel('Rows of').selectOption('Listings')
  const text = await savedFile(page)
  const hotel = text.split('\r\n').find((line) => line.includes(',hotel,')) ?? ''
  const [id = ''] = hotel.split(',')
  await page.getByLabel('Or paste lines').focus()
  await page.keyboard.insertText(`id,title,stars\n${id},The Grand,5\n`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Import 1 row' }).press('Enter')
  await expect(said(page)).toHaveText('Imported: 0 new rows, 1 changed.')
  expect(await savedFile(page)).toContain(`${id},hotel,The Grand,yes,`)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(said(page)).toHaveText('1 row undone.')
  expect(await savedFile(page)).toBe(text)
  await chooseFile(page, 'bad.csv', `id,sort,stars\n${id},coach,9\n`)
  await expect(page.getByRole('alert')).toContainText('it has 2 errors')
  await expect(page.getByRole('table')).toContainText('This cannot be changed.')
})

test('[V9] broken files are refused one after the other, each in words; nothing of them is there, and a good one still is imported @whole', async ({
  openDesk,
}) => {
  const page = await openDesk()
  await openSpreadsheets(page)
  const before = await savedFile(page)
  const give = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles({ name, mimeType: '', buffer })
  }
  const broken: readonly (readonly [string, Buffer, RegExp])[] = [
    ['empty.csv', Buffer.from(''), /The file is empty/],
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /picture\.xlsx/],
    ['cut.xlsx', Buffer.from('504b0304140000000800', 'hex'), /cut\.xlsx/],
    ['quote.csv', Buffer.from('id,name\n,"Asha\n'), /A quotation mark is not closed/],
    ['wide.csv', Buffer.from('id,name\n,Asha,x,y\n'), /more cells than there are columns/],
    ['other.csv', Buffer.from('title,price\nRain,5\n'), /The column is missing/],
    ['letters.csv', Buffer.from([0x69, 0x64, 0x2c, 0x6e, 0xff, 0xfe, 0x0a]), /letters\.csv/],
    ['long.csv', Buffer.from(`id,name\n${',A\n'.repeat(2001)}`), /At most 2,000 lines/],
  ]
  for (const [name, bytes, words] of broken) {
    await give(name, bytes)
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('button', { name: /^Import \d/ })).toBeHidden()
  }
  expect(await savedFile(page)).toBe(before)
  await give('good.csv', Buffer.from('id,name\n,Asha Rao\n'))
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(said(page)).toHaveText('Imported: 1 new row, 0 changed.')
})
