// Hindi: shows that go to another version of their plan. ICU messages; a key says where it stands.
// Must hold no word that a screen does not show: a test looks.

import type { enReplan } from './en-replan.ts'

export const hiReplan: Readonly<Record<keyof typeof enReplan, string>> = {
  'replan.changed': 'अपने नक्शे के दूसरे संस्करण पर',
}
