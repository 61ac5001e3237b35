import { useEffect, useRef, useState } from 'react'
import { Collection, Header, Input, Menu, MenuItem, MenuSection, SearchField } from 'react-aria-components'
import { ChooseByTyping } from '../ui/choose-by-typing.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSay } from '../ui/words.tsx'
import { leaveFind } from './find-focus.ts'
import { fuzzyFilter } from './fuzzy.ts'
import { type Command, useCommands } from './palette-commands.ts'
import styles from './palette.module.css'

interface Props {
  readonly onClose: () => void
  readonly showKeys: () => void
}

/** There are many shows: to see more than these, type another letter. Everything else is listed in full, so that people can discover it. */
const SHOWS_MAX = 8

/** Ctrl+K: every screen, show and switch of the house, found by some letters of its name. */
export function Palette({ onClose, showKeys }: Props) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const chosen = useRef<(() => void) | null>(null)
  // Runs once the dialog is gone and has restored the focus, in the same frame: the command may want the focus for itself.
  useEffect(
    () => () => {
      if (chosen.current) requestAnimationFrame(chosen.current)
    },
    [],
  )
  const fitting = fuzzyFilter(useCommands(showKeys), typed, ({ words }) => words)
  // Past shows have the same names as present ones, so they are listed last.
  const found = fitting.toSorted(
    (a, b) => Number(a.group === 'palette.past') - Number(b.group === 'palette.past'),
  )
  const groups = [...Map.groupBy(found, ({ group }) => group)]
  const run = (id: string) => {
    const command = found.find((one) => one.id === id)
    chosen.current = command ? () => begin(command) : null
    onClose()
  }
  return (
    <Dialog title={say('palette.title')} isOpen onClose={onClose}>
      <ChooseByTyping typed={typed} onTyped={setTyped} onLeave={onClose}>
        <SearchField aria-label={say('palette.field')} autoFocus className={styles.field ?? ''}>
          <Input placeholder={say('palette.field')} />
        </SearchField>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
        <div className={styles.list} tabIndex={0}>
          <Menu
            aria-label={say('palette.title')}
            onAction={(id) => run(String(id))}
            renderEmptyState={() => <p className={styles.none}>{say('palette.none')}</p>}
          >
            {groups.map(([group, commands]) => (
              <MenuSection key={group} id={group} className={styles.group ?? ''}>
                <Header>{say(group)}</Header>
                <Collection items={isOfShows(group) ? commands.slice(0, SHOWS_MAX) : commands}>
                  {(command) => <Line key={command.id} command={command} />}
                </Collection>
              </MenuSection>
            ))}
          </Menu>
        </div>
      </ChooseByTyping>
    </Dialog>
  )
}

/** Whoever began it from the search has left the search, unless only the looks were changed. */
function begin({ group, run }: Command): void {
  if (group !== 'palette.looks') leaveFind()
  run()
}

function isOfShows(group: Command['group']): boolean {
  return group === 'palette.shows' || group === 'palette.past'
}

function Line({ command }: { readonly command: Command }) {
  const { id, words, shortcut } = command
  return (
    <MenuItem id={id} textValue={words} className={styles.line ?? ''}>
      <span>{words}</span>
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    </MenuItem>
  )
}
