import { Lasso, Maximize, Minus, Plus } from 'lucide-react'
import styles from './seat-map.module.css'

export interface ZoomLabels {
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fit: string
  /** Label of the button for drawing over seats, for those who have no Shift key. */
  readonly draw?: string
}

export interface ZoomButtonsProps {
  readonly labels: ZoomLabels
  readonly isFit: boolean
  readonly isNearest: boolean
  readonly onZoomIn: () => void
  readonly onZoomOut: () => void
  readonly onFit: () => void
  readonly isDrawing: boolean
  /** If omitted, seats cannot be drawn over. */
  readonly onDraw?: () => void
}

/** `aria-disabled` and not `disabled`: the button just pressed must not lose the focus when the limit is reached. */
export function ZoomButtons({
  labels,
  isFit,
  isNearest,
  onZoomIn,
  onZoomOut,
  onFit,
  ...mode
}: ZoomButtonsProps) {
  const { isDrawing, onDraw } = mode
  return (
    <div className={styles.zoom}>
      {onDraw && labels.draw !== undefined && (
        <button
          type="button"
          aria-label={labels.draw}
          title={labels.draw}
          aria-pressed={isDrawing}
          onClick={onDraw}
        >
          <Lasso aria-hidden size={18} />
        </button>
      )}
      <button
        type="button"
        aria-label={labels.zoomIn}
        title={labels.zoomIn}
        aria-disabled={isNearest}
        onClick={onZoomIn}
      >
        <Plus aria-hidden size={18} />
      </button>
      <button
        type="button"
        aria-label={labels.zoomOut}
        title={labels.zoomOut}
        aria-disabled={isFit}
        onClick={onZoomOut}
      >
        <Minus aria-hidden size={18} />
      </button>
      <button type="button" aria-label={labels.fit} title={labels.fit} aria-disabled={isFit} onClick={onFit}>
        <Maximize aria-hidden size={16} />
      </button>
    </div>
  )
}
