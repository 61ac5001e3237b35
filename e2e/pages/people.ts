// The staff screens as an administrator and the staff themselves use them: hiring, PINs, signing in. Owns where things are on the
// screens; a journey says only what is done.

import { type Page, expect } from '@playwright/test'

export const adminPin = '90817263'
export const clerkPin = '55801'
export const password = 'four short words here'

export class People {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openStaff(): Promise<void> {
    await this.page.getByRole('link', { name: 'Manage' }).click()
    await this.page.getByRole('navigation', { name: 'Manage' }).getByRole('link', { name: 'Staff' }).click()
    await expect(this.page.getByRole('heading', { name: 'Staff', level: 1 })).toBeVisible()
  }

  async hire(name: string, role: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add somebody' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('Role').selectOption(role)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(this.page.getByRole('gridcell', { name, exact: true })).toBeVisible()
  }

  async givePin(name: string, pin: string): Promise<void> {
    await this.page.getByRole('button', { name: `New PIN for` }).and(this.page.getByLabel(name)).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('New PIN', { exact: true }).fill(pin)
    await dialog.getByLabel('Type it again').fill(pin)
    await dialog.getByRole('button', { name: 'Set the PIN' }).click()
    await expect(dialog).toBeHidden()
  }

  /** To the only person in the staff's table who may have one: with the PIN it opens a locked screen. */
  async givePassword(): Promise<void> {
    await this.page.getByRole('button', { name: 'New password for' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('New password', { exact: true }).fill(password)
    await dialog.getByLabel('Type it again').fill(password)
    await dialog.getByRole('button', { name: 'Set the password' }).click()
    await expect(this.page.getByRole('gridcell', { name: 'has a PIN and a password' })).toBeVisible()
  }

  /** From the list of names, by keys. */
  async signIn(name: string, pin: string): Promise<void> {
    await this.chooseName(name)
    await this.typePin(pin)
    await expect(this.page.getByRole('button', { name: 'Signed in' })).toContainText(name)
  }

  async chooseName(name: string): Promise<void> {
    // The list's own button begins with the name; buttons of the staff's table, still there for a moment, only contain it.
    const ofList = new RegExp(`^${name}`)
    await this.page.getByRole('main').getByRole('button', { name: ofList }).click()
    await expect(this.page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }

  async typePin(pin: string): Promise<void> {
    const field = this.page.getByLabel(/^PIN of/)
    await field.fill(pin)
    await field.press('Enter')
  }

  async choose(step: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Signed in' }).click()
    await this.page.getByRole('menuitem', { name: step }).click()
  }

  /** An administrator, Mina, and a clerk, Asha, each with a PIN; Mina is signed in at the end. */
  async staffTheHouse(): Promise<void> {
    await this.openStaff()
    await this.hire('Mina', 'admin')
    await this.givePin('Mina', adminPin)
    await this.signIn('Mina', adminPin)
    await this.openStaff()
    await this.hire('Asha', 'clerk')
    await this.givePin('Asha', clerkPin)
  }
}
