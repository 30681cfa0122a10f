import { actions } from '@core/contract'
import { hoursWords } from '@core/domain/hours'
import { useAction } from '@/client'
import { go } from '@/device'
import { Card, ListRow, SectionTitle, Tile } from '@/ui'
import { wholeDay } from '../../words'

/** The certificates she has, newest first; nothing while there are none. */
export function Certificates() {
  const { data } = useAction(actions.myCertificates, {})
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <SectionTitle>开过的证明</SectionTitle>
      <Card kind="rows">
        {items.map((each, index) => {
          const span = `${wholeDay(each.from)}到 ${wholeDay(each.to)}`
          const state = each.state === 'valid' ? '' : '已失效'
          return (
            <ListRow
              key={each.id}
              first={index === 0}
              lead={<Tile icon="star" />}
              title={hoursWords(each.minutes)}
              say={[span, state].filter(Boolean).join(' · ')}
              onTap={() => void go.certificate(each.id)}
              name={['证明', hoursWords(each.minutes), span, state].filter(Boolean).join('，')}
            />
          )
        })}
      </Card>
    </>
  )
}
