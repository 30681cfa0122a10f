import type * as glassEasel from 'glass-easel'
import { contrast, paper, seenColour } from './probe-colour'
import { overlaps } from './probe-overlap'
import { top } from './navigation'

/** Something on the page that can be tapped. */
export interface Tappable {
  tag: string
  id: string
  className: string
  role: string
  name: string
  width: number
  height: number
}

/** Something on the page that keeps somebody from using it. */
export interface Finding {
  rule: 'role' | 'name' | 'size' | 'contrast' | 'clipped' | 'overlap'
  what: string
  detail: string
}

export interface ProbeOptions {
  /** Least width and height of a target, in px. */
  size?: number
  /** Least contrast of text; large text (24 px, or 18.66 px bold) needs 3. */
  contrast?: number
}

export interface Probe {
  route: string
  tappable: Tappable[]
  findings: Finding[]
}

const NATIVE: Record<string, string> = {
  'wx-button': 'button',
  'wx-input': 'textbox',
  'wx-textarea': 'textbox',
  'wx-switch': 'switch',
  'wx-checkbox': 'checkbox',
  'wx-radio': 'radio',
  'wx-picker': 'button',
  'wx-slider': 'slider',
  'wx-navigator': 'link',
  'wx-label': 'label',
}
const TAPPED = /^wx-(view|text|image|button|input|textarea|switch|checkbox|radio|picker|slider|navigator|cover-view)$/

type Listened = { _$eventTarget?: { listeners?: Record<string, unknown> } }
type Carrier = Element & { __wxElement?: glassEasel.Element }

function isSeen(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const style = (element.ownerDocument.defaultView as Window).getComputedStyle(element)
  return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && Number(style.opacity) > 0
}

function hearsTaps(element: Element): boolean {
  const node = (element as Carrier).__wxElement as (glassEasel.Element & Listened) | undefined
  return Boolean(node?._$eventTarget?.listeners?.tap)
}

function spokenText(element: Element): string {
  if (element.getAttribute('aria-hidden') === 'true') return ''
  const label = element.getAttribute('aria-label')
  if (label) return label
  if (element.tagName === 'INPUT' || element.tagName === 'TEXTAREA') {
    const field = element as HTMLInputElement
    return field.value || field.placeholder
  }
  const parts = Array.from(element.childNodes).map((child) => {
    if (child.nodeType === 3) return child.textContent ?? ''
    return child.nodeType === 1 ? spokenText(child as Element) : ''
  })
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

function describe(element: Element): Tappable {
  const box = element.getBoundingClientRect()
  const tag = element.tagName.toLowerCase()
  return {
    tag,
    id: element.id,
    className: element.getAttribute('class') ?? '',
    role: element.getAttribute('role') ?? NATIVE[tag] ?? '',
    name: spokenText(element),
    width: Math.round(box.width),
    height: Math.round(box.height),
  }
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
const called = (one: Tappable) => short(one.name) || `${one.tag}.${one.className.split(' ')[0] ?? ''}`

function judgeTarget(one: Tappable, least: number): Finding[] {
  const what = called(one)
  const findings: Finding[] = []
  if (!one.role) findings.push({ rule: 'role', what, detail: `${one.tag}.${one.className} has no role` })
  if (!one.name) findings.push({ rule: 'name', what, detail: `${one.tag}.${one.className} has no name` })
  if (one.width < least || one.height < least) {
    findings.push({ rule: 'size', what, detail: `${one.width}×${one.height} px, least ${least}` })
  }
  return findings
}

function ownText(element: Element): string {
  return Array.from(element.childNodes)
    .map((child) => (child.nodeType === 3 ? (child.textContent ?? '') : ''))
    .join('')
    .trim()
}

function judgeText(element: Element, least: number): Finding[] {
  const text = ownText(element)
  if (!text || !isSeen(element)) return []
  const style = (element.ownerDocument.defaultView as Window).getComputedStyle(element)
  const findings: Finding[] = []
  const behind = element.closest('[disabled],[aria-disabled="true"]') ? undefined : paper(element)
  if (behind) {
    const ratio = contrast(seenColour(element, behind), behind)
    const size = parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600)
    const needed = isLarge ? Math.min(3, least) : least
    if (ratio < needed) {
      findings.push({ rule: 'contrast', what: short(text), detail: `${ratio.toFixed(2)} : 1, least ${needed}` })
    }
  }
  const block = clippingBlock(element)
  if (block) {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = block
    const detail = `${scrollWidth}×${scrollHeight} px of text in ${clientWidth}×${clientHeight}`
    findings.push({ rule: 'clipped', what: short(text), detail })
  }
  return findings
}

/** The nearest block around a text that cuts it off. */
function clippingBlock(element: Element): Element | undefined {
  const view = element.ownerDocument.defaultView as Window
  for (
    let block: Element | null = element;
    block && block !== element.ownerDocument.body;
    block = block.parentElement
  ) {
    const style = view.getComputedStyle(block)
    if (style.display === 'inline') continue
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) return undefined
    const cutsX = /hidden|clip/.test(style.overflowX) && block.scrollWidth > block.clientWidth + 1
    const cutsY = /hidden|clip/.test(style.overflowY) && block.scrollHeight > block.clientHeight + 1
    return cutsX || cutsY ? block : undefined
  }
  return undefined
}

/** Looks over the page on top: what can be tapped, and what stands in somebody's way. */
export function probe({ size = 44, contrast: least = 4.5 }: ProbeOptions = {}): Probe {
  const page = top()
  const body = page?.frame.contentDocument?.body
  if (!page || !body) return { route: '', tappable: [], findings: [] }
  const all = Array.from(body.querySelectorAll('*'))
  const targets = all.filter(
    (element) => TAPPED.test(element.tagName.toLowerCase()) && hearsTaps(element) && isSeen(element),
  )
  const spoken = targets.filter((element) => !element.closest('[aria-hidden="true"]'))
  const tappable = spoken.map(describe)
  const findings = tappable.flatMap((one) => judgeTarget(one, size))
  for (const element of all) findings.push(...judgeText(element, least))
  const texts = all.filter((element) => ownText(element) !== '' && isSeen(element))
  for (const [one, other] of overlaps(texts)) {
    findings.push({ rule: 'overlap', what: short(ownText(one)), detail: `lies over ${short(ownText(other))}` })
  }
  return { route: page.route, tappable, findings }
}
