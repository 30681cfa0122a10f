import { make } from '../screen'
import { openPopup, popupButton } from './popup'

/** A picture that was chosen. */
export interface ChosenPicture {
  bytes: Uint8Array<ArrayBuffer>
  ending: 'jpg' | 'png' | 'gif' | 'webp'
}

type Paint = (context: CanvasRenderingContext2D) => void
const WIDTH = 800
const HEIGHT = 600

const disc = (context: CanvasRenderingContext2D, colour: string, x: number, y: number, radius: number) => {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fill()
}

/** Pictures that every local phone has, by name. */
const DRAWN: Record<string, Paint> = {
  广场: (context) => {
    context.fillStyle = '#b9d4de'
    context.fillRect(0, 0, WIDTH, 360)
    context.fillStyle = '#d9d2bd'
    context.fillRect(0, 360, WIDTH, 240)
    disc(context, '#f2c14e', 640, 110, 54)
    for (const x of [110, 230, 350]) {
      disc(context, '#54785a', x, 290, 70)
      context.fillStyle = '#6b4f3a'
      context.fillRect(x - 9, 350, 18, 70)
    }
  },
  合影: (context) => {
    context.fillStyle = '#e9e1d2'
    context.fillRect(0, 0, WIDTH, HEIGHT)
    const coats = ['#c9553d', '#d98b3a', '#d9b23a', '#5b8c5a', '#3f8c8c', '#3f6aa3', '#7a5ba0']
    coats.forEach((coat, place) => {
      const x = 100 + place * 100
      context.fillStyle = coat
      context.fillRect(x - 38, 330, 76, 190)
      disc(context, '#e3b590', x, 285, 38)
    })
  },
  手工: (context) => {
    context.fillStyle = '#efe6da'
    context.fillRect(0, 0, WIDTH, HEIGHT)
    for (const [x, y, colour] of [
      [230, 220, '#c9553d'],
      [420, 330, '#d98b3a'],
      [590, 210, '#7a5ba0'],
    ] as const) {
      for (let petal = 0; petal < 6; petal += 1) {
        const turn = (petal / 6) * Math.PI * 2
        disc(context, colour, x + Math.cos(turn) * 56, y + Math.sin(turn) * 56, 42)
      }
      disc(context, '#f2d38b', x, y, 34)
    }
  },
}

async function draw(paint: Paint): Promise<ChosenPicture> {
  const canvas = make('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  if (context) paint(context)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return { bytes: new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)), ending: 'jpg' }
}

async function read(file: File): Promise<ChosenPicture> {
  const ending = (['png', 'gif', 'webp'] as const).find((type) => file.type === `image/${type}`) ?? 'jpg'
  return { bytes: new Uint8Array(await file.arrayBuffer()), ending }
}

/** The phone's album: a few drawn pictures, and those of the computer. Undefined when the person turned away. */
export function choosePictures(most: number): Promise<ChosenPicture[] | undefined> {
  return new Promise((resolve) => {
    const chosen = new Map<string, () => Promise<ChosenPicture>>()
    const finish = (isDone: boolean) => {
      popup.close()
      if (!isDone || chosen.size === 0) resolve(undefined)
      else void Promise.all(Array.from(chosen.values(), (make) => make())).then(resolve)
    }
    const done = popupButton('album-done', '完成', () => finish(true))
    const choose = (name: string, make: () => Promise<ChosenPicture>) => {
      if (chosen.has(name)) chosen.delete(name)
      else if (chosen.size < most) chosen.set(name, make)
      done.textContent = chosen.size ? `完成（${chosen.size}/${most}）` : '完成'
      return chosen.has(name)
    }
    const grid = make('div', { class: 'album-grid' })
    const tile = (name: string, picture: string, take: () => Promise<ChosenPicture>) => {
      const button = popupButton('album-picture', '', () => {
        button.setAttribute('aria-pressed', String(choose(name, take)))
      })
      button.setAttribute('aria-label', name)
      button.setAttribute('aria-pressed', 'false')
      button.style.backgroundImage = `url("${picture}")`
      grid.append(button)
      return button
    }
    for (const [name, paint] of Object.entries(DRAWN)) {
      const take = () => draw(paint)
      void take().then(({ bytes }) => tile(name, URL.createObjectURL(new Blob([bytes])), take))
    }
    const input = make('input', { type: 'file', label: '从电脑里选' })
    input.accept = 'image/*'
    input.multiple = true
    input.onchange = () => {
      for (const file of Array.from(input.files ?? []))
        tile(file.name, URL.createObjectURL(file), () => read(file)).click()
    }
    const box = make(
      'div',
      { class: 'album', label: '选择图片' },
      make(
        'header',
        {},
        popupButton('album-cancel', '取消', () => finish(false)),
        done,
      ),
      grid,
      make('label', { class: 'album-own', text: '从电脑里选' }, input),
    )
    const popup = openPopup('full', box, () => finish(false))
  })
}
