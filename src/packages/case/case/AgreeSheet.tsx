import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseView } from '@core/contract'
import { Card, Chip, Notice, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { PicturesField } from './PicturesField'
import { Send } from './Send'
import { usePictures } from './use-pictures'

type Agreement = NonNullable<CaseView['agreement']>

/** The agreement once more, word for word, before somebody agrees to it; or the sheet that a side without an account signed. */
export function AgreeSheet(props: MoveSheetProps) {
  // What she read when she opened this is what she agrees to, whatever is written anew meanwhile.
  const [agreement] = useState(props.view.agreement)
  if (!agreement) return null
  return agreement.mayAgree ? (
    <OwnWord agreement={agreement} {...props} />
  ) : (
    <SignedSheet agreement={agreement} {...props} />
  )
}

function OwnWord({ agreement, view, moves, onClose }: MoveSheetProps & { agreement: Agreement }) {
  const { turn, words } = agreement
  const agree = async () => {
    if (await moves.move({ move: 'agree', turn, side: null, pictures: [] })) onClose()
  }
  return (
    <Sheet
      title="同意协议"
      say="看清楚再点。不同意的地方，关上以后用「再说两句」告诉调解的人。"
      onClose={onClose}
      foot={
        <Send view={view} move="agree" moves={moves} label="我同意" doing="正在记…" onSend={agree} onClose={onClose} />
      }
    >
      <Card className="mt4">
        <View className="case-agreement">{words}</View>
      </Card>
    </Sheet>
  )
}

function SignedSheet({ agreement, view, moves, onClose }: MoveSheetProps & { agreement: Agreement }) {
  const { turn, onPaper } = agreement
  const [side, setSide] = useState(onPaper[0]?.side ?? 'party')
  const [wrong, setWrong] = useState('')
  const chosen = usePictures(moves.folder)
  const send = async () => {
    if (chosen.pictures.length === 0) return setWrong('先把签了字的协议拍下来')
    if (await moves.move({ move: 'agree', turn, side, pictures: [...chosen.pictures] })) onClose()
  }
  return (
    <Sheet
      title="记下纸上签的字"
      say="没有在手机上的一方，请她在纸上签字，拍下来放在这里才算同意。"
      onClose={onClose}
      foot={
        <Send
          view={view}
          move="agree"
          moves={moves}
          label="记下"
          doing="正在记…"
          onSend={send}
          onClose={onClose}
          isUploading={chosen.uploading > 0}
        />
      }
    >
      <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label="谁签的字">
        {onPaper.map((each) => (
          <Chip key={each.side} on={each.side === side} onTap={() => setSide(each.side)} name={each.name}>
            {each.name}
          </Chip>
        ))}
      </View>
      <PicturesField label="签了字的协议" chosen={chosen} />
      {wrong && chosen.pictures.length === 0 && (
        <View className="mt2">
          <Notice tone="warn" alert>
            {wrong}
          </Notice>
        </View>
      )}
    </Sheet>
  )
}
