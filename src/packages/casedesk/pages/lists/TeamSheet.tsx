import { actions, type Me } from '@core/contract'
import { useAction } from '@/client'
import { go } from '@/device'
import { Asked } from '@/parts/Asked'
import { ListRow, Notice, Sheet } from '@/ui'

interface TeamSheetProps {
  me: Me
  communityId: string
  onClose: () => void
}

/** Which team does the new project: those she leads, or any of the community for those who work there. */
export function TeamSheet({ me, communityId, onClose }: TeamSheetProps) {
  const isStaff = me.roles.staffOf.includes(communityId)
  const teams = useAction(actions.listTeams, { communityId }, { enabled: isStaff })
  const led = me.leads.filter((team) => team.communityId === communityId)
  const rows = (all: readonly { id: string; name: string }[]) =>
    all.length === 0 ? (
      <Notice icon="info">这个社区还没有队伍。</Notice>
    ) : (
      all.map(({ id, name }, index) => (
        <ListRow
          key={id}
          first={index === 0}
          title={name}
          onTap={() => {
            onClose()
            void go.project(id)
          }}
          name={name}
        />
      ))
    )
  return (
    <Sheet title="哪支队伍来做" onClose={onClose}>
      {isStaff ? (
        <Asked asking={teams}>{({ colours }) => rows(colours.flatMap((colour) => colour.teams))}</Asked>
      ) : (
        rows(led)
      )}
    </Sheet>
  )
}
