/** The texts of letters to customers, in English; every other language fills this same list. */
export const enLetters = {
  'hello.named': 'Dear {name},',
  'hello.nobody': 'Hello,',
  'subject.confirmed': 'Your tickets: {title}, {day}',
  'subject.tickets': 'Your tickets: {title}, {day}',
  'subject.moved': 'Your new seats: {title}, {day}',
  'subject.returned': '{unit, select, room {Rooms} other {Seats}} returned: {title}, {day}',
  'subject.ending': 'Your reservation ends at {end}: {title}',
  'subject.expired': 'Your reservation has ended: {title}',
  'subject.cancelled': 'Your booking was cancelled: {title}, {day}',
  'subject.refunded': 'Your booking was cancelled and refunded: {title}, {day}',
  'subject.test': 'Guichet can send messages',
  'lead.confirmed':
    'Thank you. {count, plural, one {Your ticket is} other {Your # tickets are}} paid for. Show the code below at the door, on this screen or on paper.',
  'lead.tickets':
    '{count, plural, one {Here is your ticket} other {Here are your # tickets}}. Show the code below at the door, on this screen or on paper.',
  'lead.moved':
    'Your seats were changed. Earlier tickets are no longer valid: show the {count, plural, one {code} other {codes}} below at the door.',
  'lead.returned':
    '{unit, select, room {Some of your nights} other {Some of your seats}} were returned. {count, plural, one {This ticket stays} other {These # tickets stay}} valid.',
  'lead.ending':
    '{unit, select, room {Your rooms are} other {Your seats are}} kept until {end}. Pay before then, or others may take them.',
  'lead.expired':
    'Your reservation was not paid in time, and {unit, select, room {its rooms are} other {its seats are}} on sale again. You are welcome to book again.',
  'lead.cancelled': 'Your booking was cancelled. Its tickets are no longer valid.',
  'lead.refunded': 'Your booking was cancelled. Its tickets are no longer valid.',
  'lead.test': 'If you read this, the settings are right. Nothing was sold.',
  'fact.what': 'What',
  'fact.when': 'When',
  'fact.where': 'Where',
  'fact.seats': '{unit, select, room {Rooms} other {Seats}}',
  'fact.total': 'Total',
  'fact.refunded': 'Refunded',
  'fact.toPay': 'To pay',
  'ticket.heading': 'Ticket {number}',
  'ticket.line':
    '{section, select, none {{unit, select, room {Room} other {Seat}}} other {{section}, {unit, select, room {room} other {seat}}}} {seat} · {type} · {price}',
  'ticket.alt': 'QR code of ticket {number}, {unit, select, room {room} other {seat}} {seat}',
  'sms.confirmed':
    '{title}, {day} {time}, {venue}. {unit, select, room {Rooms} other {Seats}} {seats}. Paid {total}. Tickets: {numbers}',
  'sms.tickets':
    '{title}, {day} {time}, {venue}. {unit, select, room {Rooms} other {Seats}} {seats}. Tickets: {numbers}',
  'sms.moved': '{title}, {day} {time}: your new seats are {seats}. Tickets: {numbers}',
  'sms.returned':
    '{title}, {day} {time}: you keep {unit, select, room {rooms} other {seats}} {seats}. Refunded {refunded}. Tickets: {numbers}',
  'sms.ending':
    '{title}: your {unit, select, room {rooms} other {seats}} {seats} are kept until {end}. Pay {total} before then.',
  'sms.expired':
    '{title}, {day} {time}: your reservation has ended, {unit, select, room {rooms} other {seats}} {seats} are on sale again.',
  'sms.cancelled': '{title}, {day} {time}: your booking of {seats} was cancelled.',
  'sms.refunded': '{title}, {day} {time}: your booking of {seats} was cancelled. Refunded {refunded}.',
  'sms.test': 'Guichet can send messages. Nothing was sold.',
} as const

export type LetterWord = keyof typeof enLetters
export type LetterWords = Readonly<Record<LetterWord, string>>
