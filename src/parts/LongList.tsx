import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useNearness } from '@/device'
import { useLook } from '@/ui'

interface LongListProps<T> {
  rows: readonly T[]
  /** How many rows come and go together. */
  size?: number
  /** About how high a row is, in px at type factor 1; only for rows that were never drawn. */
  rowHeight: number
  /** Draws rows that follow each other; `from` is the place of the first among all. */
  draw: (rows: readonly T[], from: number) => ReactNode
}

/** So many new blocks are drawn at once, without waiting to be near. */
const drawnAtOnce = 2

let lists = 0

/**
 * Rows without end at the price of a few screens: those far from the screen leave their room behind and come back.
 * Order and scroll position stay. Lies in a stack of cards or in a card of rows.
 */
export function LongList<T>({ rows, size = 10, rowHeight, draw }: LongListProps<T>) {
  const [name] = useState(() => `list-${(lists += 1)}`)
  const known = useRef(0)
  const count = Math.ceil(rows.length / size)
  useEffect(() => {
    known.current = count
  }, [count])
  return (
    <>
      {Array.from({ length: count }, (_, index) => {
        const from = index * size
        const block = rows.slice(from, from + size)
        return (
          <Block
            key={index}
            id={`${name}-${index}`}
            isOpen={index < known.current + drawnAtOnce}
            guess={block.length * rowHeight}
            draw={() => draw(block, from)}
          />
        )
      })}
    </>
  )
}

interface BlockProps {
  id: string
  /** Whether it is drawn at first. */
  isOpen: boolean
  guess: number
  draw: () => ReactNode
}

/** Some rows, or the room they take. */
function Block({ id, isOpen, guess, draw }: BlockProps) {
  const { f } = useLook()
  const [room, setRoom] = useState(isOpen ? null : Math.round(guess * f))
  useNearness(id, (isNear, height) => setRoom(isNear ? null : height))
  return (
    <View id={id} className="col" style={room === null ? '' : `height:${room}px`}>
      {room === null && draw()}
    </View>
  )
}
