// Every text of every language under its name. Owns that English is the list which the others fill; must never contain a text itself.

import { enAfter } from './en-after.ts'
import { enCalendar } from './en-calendar.ts'
import { enTerms } from './en-terms.ts'
import { enHouse } from './en-house.ts'
import { enImages } from './en-images.ts'
import { enBookings } from './en-bookings.ts'
import { enCustomer } from './en-customer.ts'
import { enDesk } from './en-desk.ts'
import { enDrawer } from './en-drawer.ts'
import { enGate } from './en-gate.ts'
import { enKiosks } from './en-kiosks.ts'
import { enMachine } from './en-machine.ts'
import { enMap } from './en-map.ts'
import { enMessages } from './en-messages.ts'
import { enOffSale } from './en-off-sale.ts'
import { enOffice } from './en-office.ts'
import { enPay } from './en-pay.ts'
import { enLock } from './en-lock.ts'
import { enPeople } from './en-people.ts'
import { enPlans } from './en-plans.ts'
import { enPrint } from './en-print.ts'
import { enReplan } from './en-replan.ts'
import { enReports } from './en-reports.ts'
import { enRows } from './en-rows.ts'
import { enSeats } from './en-seats.ts'
import { enSheet } from './en-sheet.ts'
import { enShift } from './en-shift.ts'
import { enTables } from './en-tables.ts'
import { enUpdates } from './en-updates.ts'
import { faAfter } from './fa-after.ts'
import { faCalendar } from './fa-calendar.ts'
import { faTerms } from './fa-terms.ts'
import { faHouse } from './fa-house.ts'
import { faImages } from './fa-images.ts'
import { faBookings } from './fa-bookings.ts'
import { faCustomer } from './fa-customer.ts'
import { faDesk } from './fa-desk.ts'
import { faDrawer } from './fa-drawer.ts'
import { faGate } from './fa-gate.ts'
import { faKiosks } from './fa-kiosks.ts'
import { faMachine } from './fa-machine.ts'
import { faMap } from './fa-map.ts'
import { faMessages } from './fa-messages.ts'
import { faOffSale } from './fa-off-sale.ts'
import { faOffice } from './fa-office.ts'
import { faPay } from './fa-pay.ts'
import { faLock } from './fa-lock.ts'
import { faPeople } from './fa-people.ts'
import { faPlans } from './fa-plans.ts'
import { faPrint } from './fa-print.ts'
import { faReplan } from './fa-replan.ts'
import { faReports } from './fa-reports.ts'
import { faRows } from './fa-rows.ts'
import { faSeats } from './fa-seats.ts'
import { faSheet } from './fa-sheet.ts'
import { faShift } from './fa-shift.ts'
import { faTables } from './fa-tables.ts'
import { faUpdates } from './fa-updates.ts'
import { hiAfter } from './hi-after.ts'
import { hiCalendar } from './hi-calendar.ts'
import { hiTerms } from './hi-terms.ts'
import { hiHouse } from './hi-house.ts'
import { hiImages } from './hi-images.ts'
import { hiBookings } from './hi-bookings.ts'
import { hiCustomer } from './hi-customer.ts'
import { hiDesk } from './hi-desk.ts'
import { hiDrawer } from './hi-drawer.ts'
import { hiGate } from './hi-gate.ts'
import { hiKiosks } from './hi-kiosks.ts'
import { hiMachine } from './hi-machine.ts'
import { hiMap } from './hi-map.ts'
import { hiMessages } from './hi-messages.ts'
import { hiOffSale } from './hi-off-sale.ts'
import { hiOffice } from './hi-office.ts'
import { hiPay } from './hi-pay.ts'
import { hiLock } from './hi-lock.ts'
import { hiPeople } from './hi-people.ts'
import { hiPlans } from './hi-plans.ts'
import { hiPrint } from './hi-print.ts'
import { hiReplan } from './hi-replan.ts'
import { hiReports } from './hi-reports.ts'
import { hiRows } from './hi-rows.ts'
import { hiSeats } from './hi-seats.ts'
import { hiSheet } from './hi-sheet.ts'
import { hiShift } from './hi-shift.ts'
import { hiTables } from './hi-tables.ts'
import { hiUpdates } from './hi-updates.ts'
import type { Language } from './languages.ts'

/** English is the list that every other language fills. */
export const english = {
  ...enAfter,
  ...enBookings,
  ...enImages,
  ...enTerms,
  ...enCalendar,
  ...enCustomer,
  ...enDesk,
  ...enDrawer,
  ...enGate,
  ...enHouse,
  ...enKiosks,
  ...enMachine,
  ...enMap,
  ...enMessages,
  ...enOffSale,
  ...enOffice,
  ...enPay,
  ...enPeople,
  ...enLock,
  ...enPlans,
  ...enPrint,
  ...enReplan,
  ...enReports,
  ...enRows,
  ...enSeats,
  ...enSheet,
  ...enShift,
  ...enTables,
  ...enUpdates,
}

export type MessageId = keyof typeof english

/** Every language has every message: the compiler checks it. */
export const catalogue: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = {
  en: english,
  fa: {
    ...faAfter,
    ...faBookings,
    ...faImages,
    ...faTerms,
    ...faCalendar,
    ...faCustomer,
    ...faDesk,
    ...faDrawer,
    ...faGate,
    ...faHouse,
    ...faKiosks,
    ...faMachine,
    ...faMap,
    ...faMessages,
    ...faOffSale,
    ...faOffice,
    ...faPay,
    ...faPeople,
    ...faLock,
    ...faPlans,
    ...faPrint,
    ...faReplan,
    ...faReports,
    ...faRows,
    ...faSeats,
    ...faSheet,
    ...faShift,
    ...faTables,
    ...faUpdates,
  },
  hi: {
    ...hiAfter,
    ...hiBookings,
    ...hiImages,
    ...hiTerms,
    ...hiCalendar,
    ...hiCustomer,
    ...hiDesk,
    ...hiDrawer,
    ...hiGate,
    ...hiHouse,
    ...hiKiosks,
    ...hiMachine,
    ...hiMap,
    ...hiMessages,
    ...hiOffSale,
    ...hiOffice,
    ...hiPay,
    ...hiPeople,
    ...hiLock,
    ...hiPlans,
    ...hiPrint,
    ...hiReplan,
    ...hiReports,
    ...hiRows,
    ...hiSeats,
    ...hiSheet,
    ...hiShift,
    ...hiTables,
    ...hiUpdates,
  },
}

export type MessageValues = Readonly<Record<string, string | number>>
/** Words in the language of the screen. */
export type Say = (id: MessageId, values?: MessageValues) => string
