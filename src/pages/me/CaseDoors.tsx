import { actions, type Me } from '@core/contract'
import { useInfiniteAction } from '@/client'
import { go } from '@/device'
import { desksOf } from '@/parts/desks-of'
import { Door } from './Door'

/** The ways to the desks she has: of the communities she works for or looks after, of her units, of the county. */
export function CaseDoors({ me }: { me: Me }) {
  const { roles } = me
  const own = desksOf(me)
  const [first] = own
  return (
    <>
      {first && (
        <Door
          icon="edit"
          title="社区事务台"
          say={own.length === 1 ? first.name : `${own.length} 个社区`}
          onTap={() => go.inbox(first.id)}
        />
      )}
      {roles.unitOf.map((id) => (
        <UnitDoor key={id} id={id} />
      ))}
      {roles.county && <Door icon="pin" title="全县事务" onTap={go.county} />}
    </>
  )
}

/** The desk of one unit, by its name and with how many wait for its answer. */
function UnitDoor({ id }: { id: string }) {
  const { data } = useInfiniteAction(actions.unitCases, { partnerId: id, which: 'asked' })
  const asked = data?.counts?.asked ?? 0
  const say = [data?.name, asked > 0 ? `${asked} 件等您接` : ''].filter(Boolean).join('，')
  return <Door icon="list" title="单位事务台" say={say} strong={asked > 0} onTap={() => go.unit(id)} />
}
