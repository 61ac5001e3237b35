import { Flashlight, SwitchCamera } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type CameraState, DoorCamera, type Facing } from '../../door/door-camera.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import { CameraAway } from './camera-away.tsx'
import styles from './camera-view.module.css'

const starting: CameraState = { is: 'starting', hasOther: false, lamp: null }

/** The camera's picture, and the codes it reads. */
export function CameraView({ onCode }: { readonly onCode: (text: string) => void }) {
  const say = useSay()
  const [facing, setFacing] = useState<Facing>('environment')
  const { video, state, light, again } = useCamera(facing, onCode)
  const isOn = state.is === 'on'
  if (state.is === 'away') return <CameraAway onAgain={again} />
  return (
    <div className={styles.camera} data-state={state.is}>
      <video
        ref={video}
        aria-label={say('gate.camera.picture')}
        data-facing={facing}
        muted
        playsInline
        disablePictureInPicture
      />
      {!isOn && (
        <p className={styles.words} role="status">
          {say(`gate.camera.${state.is}`)}
        </p>
      )}
      <div className={styles.tools}>
        {isOn && state.hasOther && (
          <Button
            label={say('gate.camera.other')}
            onPress={() => setFacing(facing === 'user' ? 'environment' : 'user')}
          >
            <SwitchCamera size={20} aria-hidden />
          </Button>
        )}
        {isOn && state.lamp !== null && (
          <Button label={say('gate.camera.lamp')} isPressed={state.lamp} onPress={() => light(!state.lamp)}>
            <Flashlight size={20} aria-hidden />
          </Button>
        )}
      </div>
    </div>
  )
}

function useCamera(facing: Facing, onCode: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const camera = useRef<DoorCamera | null>(null)
  const [state, setState] = useState(starting)
  const [tries, setTries] = useState(0)
  const hear = useEffectEvent(onCode)
  useEffect(() => {
    if (!video.current) return undefined
    const started = new DoorCamera({
      video: video.current,
      facing,
      onCode: (text) => hear(text),
      onState: setState,
    })
    camera.current = started
    return () => started.stop()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- starts again with each try
  }, [facing, tries])
  const again = () => {
    setState(starting)
    setTries(tries + 1)
  }
  return { video, state, again, light: (lamp: boolean) => void camera.current?.light(lamp) }
}
