import type { Locator, Page } from '@playwright/test'

/** The field of a date, by its label: a group of parts. */
export function dateField(inside: Page | Locator, label: string): Locator {
  return inside.getByRole('group', { name: label, exact: true })
}

/** Types `2026-11-20`, a Gregorian date, in the order of the parts: each moves on to the next by itself. */
export async function typeDay(inside: Page | Locator, label: string, day: string): Promise<void> {
  const parts = dateField(inside, label).getByRole('spinbutton')
  const [year = '', month = '', date = ''] = day.split('-')
  const digits: Readonly<Record<string, string>> = { year, month, day: date }
  // Waits for the field; reading all parts would not.
  await parts.first().focus()
  const order = await parts.evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => dataset['type']))
  await parts.page().keyboard.type(order.map((part) => digits[part ?? '']).join(''))
}

/** The content of its parts, as screen readers are told. */
export async function typedDay(inside: Page | Locator, label: string): Promise<string> {
  const field = dateField(inside, label)
  const numbers = await Promise.all(
    ['year', 'month', 'day'].map((part) =>
      field.locator(`[data-type=${part}]`).getAttribute('aria-valuenow'),
    ),
  )
  return numbers.map((number) => (number ?? '').padStart(2, '0')).join('-')
}

/** From its end, digit by digit and part by part, until it is empty. */
export async function clearDay(inside: Page | Locator, label: string): Promise<void> {
  const parts = dateField(inside, label).getByRole('spinbutton')
  await parts.last().focus()
  while ((await parts.and(inside.locator(':not([data-placeholder])')).count()) > 0)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await parts.page().keyboard.press('Backspace')
}
