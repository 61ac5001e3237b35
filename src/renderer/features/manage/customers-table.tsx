// The table of customers: its columns and bulk actions; a row opens its wallet. Owns nothing else.

import { Wallet } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CustomerRow } from '../../../shared/contract/row-operations.ts'
import type { CustomersChange } from '../../../shared/domain/changes/change.ts'
import { plainPhone } from '../../../shared/domain/customer.ts'
import type { ChangeId, CustomerId } from '../../../shared/domain/ids.ts'
import { letterLanguages } from '../../../shared/domain/message.ts'
import { ask } from '../../box-office.ts'
import type { Say } from '../../messages/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/table/column.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import type { BulkAction } from './bulk-bar.tsx'
import { wordsColumn, yesNoColumn } from './column-makers.ts'
import { KindTable } from './kind-table.tsx'
import { NewCustomerRow } from './new-customer-row.tsx'
import { NewRow } from './new-row.tsx'
import { ReadingRows } from './reading-rows.tsx'
import type { MadeRow } from './use-changes.ts'
import { type RowSource, useRows } from './use-rows.ts'
import { WalletDialog } from './wallet-dialog.tsx'

const idOf = ({ customerId }: CustomerRow) => customerId
const nameOf = ({ name, phone, email }: CustomerRow) => name || phone || email
const source: RowSource<CustomerRow> = {
  after: (id) => ask('customer-rows', { after: id as CustomerId | null }),
  some: (ids) => ask('customer-rows', { ids: ids as CustomerId[] }),
  idOf,
}

export function CustomersTable() {
  const say = useSay()
  const { rows, read, failed, readAll, readSome, readNew } = useRows(source)
  const [opened, setOpened] = useState<CustomerRow | null>(null)
  const [made, setMade] = useState<MadeRow>()
  const onMade = async (changeId: ChangeId) => {
    const id = await readNew()
    if (id !== undefined) setMade({ id, changeId })
  }
  const onFound = (id: CustomerId) => void readSome([id]).then(() => setMade({ id, changeId: null }))
  const columns = useMemo(() => columnsOf(say, setOpened), [say])
  const actions = useMemo(() => actionsOf(say), [say])
  if (!rows) return <ReadingRows {...{ read, failed }} onAgain={readAll} />
  return (
    <>
      <KindTable
        of="customers"
        title={say('customers.title')}
        search={say('customers.search')}
        sortedBy="name"
        begin={
          <NewRow words={say('customer.new')}>
            {(onClose) => <NewCustomerRow onMade={(id) => void onMade(id)} {...{ onFound, onClose }} />}
          </NewRow>
        }
        onChanged={(ids) => void readSome(ids)}
        {...{ rows, columns, actions, idOf, nameOf, made }}
      />
      {opened && <WalletDialog row={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

const set = (patch: CustomersChange['set']) => ({ of: 'customers', kind: 'set', set: patch }) as const

function columnsOf(say: Say, onOpen: (row: CustomerRow) => void): readonly Column<CustomerRow>[] {
  return [
    wordsColumn(
      { id: 'name', head: say('field.name'), width: 'minmax(160px, 1.2fr)' },
      ({ name }) => name,
      (name) => (name.length > 120 ? null : set({ name })),
    ),
    wordsColumn(
      { id: 'phone', head: say('customers.phone'), width: 'minmax(130px, 0.8fr)' },
      ({ phone }) => phone,
      (phone) => (phone.length > 40 ? null : set({ phone: plainPhone(phone) })),
    ),
    wordsColumn(
      { id: 'email', head: say('customers.email'), width: 'minmax(180px, 1.2fr)' },
      ({ email }) => email,
      (email) => (email.length > 200 ? null : set({ email })),
    ),
    yesNoColumn(
      { id: 'vip', head: say('customers.vip'), width: '88px' },
      say,
      ({ vip }) => vip,
      (vip) => set({ vip }),
    ),
    languageColumn(say),
    {
      id: 'wallet',
      head: say('customers.wallet'),
      kind: 'text',
      isTools: true,
      value: () => null,
      text: () => '',
      draw: (row) => (
        <Button
          look="quiet"
          label={say('wallet.of', { name: isolated(nameOf(row)) })}
          onPress={() => onOpen(row)}
        >
          <Wallet size={18} aria-hidden />
        </Button>
      ),
      width: '80px',
    },
  ]
}

/** [E1] The language of messages to them. */
function languageColumn(say: Say): Column<CustomerRow> {
  const text = (language: CustomerRow['language']) =>
    language ? say(`told.language.${language}`) : say('customer.language.house')
  const choices = [null, ...letterLanguages].map((one) => ({ value: one ?? '', text: text(one) }))
  return {
    id: 'language',
    head: say('customers.language'),
    kind: 'choice',
    value: ({ language }) => language ?? '',
    text: ({ language }) => text(language),
    choices,
    edit: {
      text: ({ language }) => language ?? '',
      read: (typed) => {
        const chosen = choices.find((one) => one.value === typed.trim() || one.text === typed.trim())
        if (!chosen) return null
        return set({ language: letterLanguages.find((one) => one === chosen.value) ?? null })
      },
    },
    width: '172px',
  }
}

function actionsOf(say: Say): readonly BulkAction[] {
  return [
    { id: 'plain', text: say('customers.notVip'), change: set({ vip: false }) },
    { id: 'vip', text: say('customers.toVip'), change: set({ vip: true }), isNext: true },
  ]
}
