import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { useSay } from '../../ui/words.tsx'
import { KioskPrinting } from './kiosk-printing.tsx'
import styles from './printers-screen.module.css'
import { VenuePapers } from './venue-papers.tsx'

/** This desk's printers, and the texts on a venue's papers. */
export function PrintersScreen() {
  const say = useSay()
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('printers.heading')}</h1>
      </header>
      <div className={styles.parts}>
        <KioskPrinting />
        <VenuePapers />
      </div>
    </div>
  )
}
