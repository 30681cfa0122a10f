import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { callPhone } from '@/device'
import { faceOf, ourStart, partWords, type OurPart } from '@/parts'
import { Avatar, Link } from '@/ui'
import { unitName } from '../signup/units'
import type { Part } from './use-part'
import { wayWords } from './way-words'

interface OurRowsProps {
  page: ActivityPage
  part: Part
  parts: OurPart[]
  now: number
}

/** Each of hers with a part in it: how she stands, and the way out for her alone. */
export function OurRows({ page, part, parts, now }: OurRowsProps) {
  return (
    <View className="card card--rows">
      {parts.map((one, index) => {
        const unit = page.units.find(({ id }) => id === one.mine.unit)
        const way = wayWords(one.mine, { ...page, startsAt: ourStart(page, [one], page.units) }, now)
        const words = [way || partWords(one.mine, page.drawAt), unit && unitName(unit)].filter(Boolean).join(' · ')
        const isMissed = way !== '' && !one.mine.inAt
        const isLate = one.mine.state === 'in' && now >= page.cancelBy
        return (
          <View key={one.id} className={index === 0 ? 'lrow lrow--first' : 'lrow'}>
            <Avatar face={faceOf(one.called)} />
            <View className="grow">
              <View className="b">{one.id === '' ? '我自己' : one.called}</View>
              <View className={one.mine.state === 'in' && !isMissed ? 'small ok' : 'small wa'}>{words}</View>
            </View>
            {one.mine.state !== 'offered' && !one.mine.inAt && (
              <Link
                plain
                icon={isLate ? 'phone' : undefined}
                onTap={() => (isLate ? void callPhone(page.contact.phone) : void part.leave([one]))}
                name={`${one.called}，${wayOut(one)}`}
              >
                {wayOut(one)}
              </Link>
            )}
          </View>
        )
      })}
    </View>
  )
}

const wayOut = ({ mine }: OurPart) => (mine.state === 'in' ? '来不了' : mine.state === 'waiting' ? '不排了' : '收回')
