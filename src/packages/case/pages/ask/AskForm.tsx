import { View } from '@tarojs/components'
import { mostCasePictures } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import { useState } from 'react'
import { TroubleNotice } from '@/parts/Asked'
import { ActionBar, AreaField, BigButton, Link, Notice, Page, SectionTitle, TeamShape } from '@/ui'
import { PicturesField } from '../../case/PicturesField'
import { GoodsPart } from './GoodsPart'
import { OrderPart } from './OrderPart'
import { OtherParty } from './OtherParty'
import { Privacy } from './Privacy'
import { Questions } from './Questions'
import { Sent } from './Sent'
import { Similar } from './Similar'
import { TopicPart } from './TopicPart'
import { WherePart } from './WherePart'
import { WhoPart } from './WhoPart'
import { useAsking, type Order } from './use-asking'
import { useUploads } from './use-uploads'

/** The form of a service, as its data says. */
export function AskForm({ service, order }: { service: CaseService; order: Order | null }) {
  const asking = useAsking(service, order)
  const { draft, wrong, change, clear, drop, send, busy, trouble, isKept } = asking
  const [sent, setSent] = useState('')
  const pictures = useUploads(
    draft.pictures,
    mostCasePictures,
    (next) => change((before) => ({ pictures: next(before.pictures) })),
    drop,
  )
  const medicine = useUploads(
    draft.medicine ? [draft.medicine] : [],
    1,
    (next) => change((before) => ({ medicine: next(before.medicine ? [before.medicine] : [])[0] ?? '' })),
    drop,
  )
  if (sent) return <Sent id={sent} service={service} isUrgent={draft.isUrgent} />
  const uploading = pictures.uploading + medicine.uploading
  const missing = Object.keys(wrong).length
  return (
    <Page
      bar={
        <ActionBar
          note={
            trouble ? (
              <TroubleNotice trouble={trouble} />
            ) : missing > 0 ? (
              <Notice tone="warn" icon="info" alert>
                {missing > 1 ? `还有 ${missing} 处没填好，往上看看红字` : Object.values(wrong)[0]}
              </Notice>
            ) : undefined
          }
        >
          <BigButton grow busy={busy} disabled={uploading > 0} onTap={() => void send().then(setSent)}>
            {busy ? '正在发…' : uploading > 0 ? '等照片传完' : service.submit}
          </BigButton>
        </ActionBar>
      }
    >
      <View className="row g2 mt2">
        <View className={`ic tint--${service.colour}`} aria-hidden>
          <TeamShape colour={service.colour} />
        </View>
        <View className="grow">
          <View className="head" aria-role="heading">
            {service.name}
          </View>
          <View className="small i2">{service.line}</View>
        </View>
      </View>
      {isKept && (
        <View className="mt3">
          <Notice icon="edit" action={<Link onTap={clear}>清掉，重新写</Link>}>
            上次写的还在，接着写就行。
          </Notice>
        </View>
      )}
      {order && <OrderPart day={order.day} project={asking.project} />}
      <View className="mt3">
        <WhoPart asking={asking} />
      </View>
      <TopicPart asking={asking} />
      <View className="ask__words mt4">
        <AreaField
          label={service.asks}
          value={draft.words}
          onChange={(words) => change({ words })}
          most={500}
          hint={service.example}
          wrong={wrong.words}
        />
      </View>
      <View className="small i2 mt2">不想打字，按住键盘上的话筒说。</View>
      <Similar asking={asking} onJoined={clear} />
      <GoodsPart asking={asking} />
      <Questions asking={asking} />
      <OtherParty asking={asking} />
      <WherePart asking={asking} isFixed={order !== null} />
      <PicturesField label="照片，可以不放。别拍到别人的正脸。" chosen={pictures} />
      {service.hasMedicine && (
        <>
          <SectionTitle>要买药的话</SectionTitle>
          <PicturesField label="药方拍一张：只有来帮忙的人看得到，社区也看不到，办完就删掉。" chosen={medicine} />
        </>
      )}
      <Privacy asking={asking} />
    </Page>
  )
}
