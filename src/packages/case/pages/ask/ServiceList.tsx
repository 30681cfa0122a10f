import { View } from '@tarojs/components'
import { caseServices } from '@core/services/cases'
import type { CaseService } from '@core/services/case-service'
import { useWhere } from '@/client'
import { callPhone, go } from '@/device'
import { Card, Link, ListRow, TeamShape } from '@/ui'

/** The way into a service: its form, or the menu where it starts from a standing project. */
const open = ({ id, first }: CaseService) => (first === 'project' ? go.menu() : go.ask({ service: id }))

/** Everything that can be asked for, in rows to choose from. */
export function ServiceList() {
  const { community } = useWhere()
  const services = caseServices.filter(({ isEnteredByStaff }) => !isEnteredByStaff)
  return (
    <>
      <View className="display mt2" aria-role="heading">
        <View className="nb">是哪一类的事？</View>
      </View>
      <View className="i2 mt2">说不准就选最像的，社区会帮您转。</View>
      <Card kind="rows" className="mt4">
        {services.map((service, index) => (
          <ListRow
            key={service.id}
            first={index === 0}
            lead={
              <View className={`ic tint--${service.colour}`} aria-hidden>
                <TeamShape colour={service.colour} />
              </View>
            }
            title={<View className="lead b">{service.name}</View>}
            say={service.line}
            name={`${service.name}，${service.line}`}
            onTap={() => void open(service)}
          />
        ))}
      </Card>
      {community?.phone && (
        <View className="row ask__foot">
          <Link icon="phone" onTap={() => void callPhone(community.phone)}>
            不想写，打给{community.name}说
          </Link>
        </View>
      )}
    </>
  )
}
