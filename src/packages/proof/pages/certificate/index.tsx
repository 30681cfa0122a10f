import './index.scss'
import { Canvas, Image, View } from '@tarojs/components'
import { actions, type Certificate } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { hoursWords } from '@core/domain/hours'
import { useEffect } from 'react'
import { useAction } from '@/client'
import { keepPrivate, useParam } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { ActionBar, BigButton, Card, ListRow, Notice, Page } from '@/ui'
import { dayOfMonth, wholeDay } from '../../words'
import { useCode } from './use-code'
import { useTakeAway } from './use-take-away'

/** One certificate: read it, keep it as a picture or as a PDF. */
export default function CertificatePage() {
  const id = useParam('id')
  const asking = useAction(actions.myCertificates, {})
  useEffect(keepPrivate, [])
  const found = asking.data?.items.find((each) => each.id === id)
  if (found) return <Shown certificate={found} />
  return (
    <Page busy={asking.loading}>
      <Asked asking={asking}>{() => <View className="i2 mt4">没找到这份证明，往下拉一拉再看看。</View>}</Asked>
    </Page>
  )
}

const easel = 'certificate'

function Shown({ certificate }: { certificate: Certificate }) {
  const { number, name, from, to, minutes, issuer, issuedAt, state, revokedWhy, lines } = certificate
  const code = useCode(certificate.id)
  const taking = useTakeAway(certificate, easel, code)
  const isValid = state === 'valid'
  return (
    <Page
      bar={
        isValid && (
          <ActionBar>
            <BigButton variant="line" busy={taking.busy === 'pdf'} onTap={() => void taking.pdf()}>
              {taking.busy === 'pdf' ? taking.progress : '存成 PDF'}
            </BigButton>
            <BigButton grow busy={taking.busy === 'picture'} onTap={() => void taking.picture()}>
              {taking.busy === 'picture' ? '正在画…' : '存到相册'}
            </BigButton>
          </ActionBar>
        )
      }
    >
      <Canvas type="2d" id={easel} canvasId={easel} className="easel" aria-hidden />
      {!isValid && (
        <View className="mt2">
          <Notice tone="danger" title="这份证明已经失效">
            {revokedWhy || '其中的时长后来更正过。'} 需要的话，重新开一份。
          </Notice>
        </View>
      )}
      {taking.notice && (
        <View className="mt2">
          <Notice tone="warn" icon="info" alert>
            {taking.notice}
          </Notice>
        </View>
      )}
      <TroubleNotice trouble={taking.trouble} />
      <View className="mt4">
        <Card>
          <View className="certificate__head">志愿服务记录证明</View>
          <View className="small i2 ctr mt1">编号 {number}</View>
          <View className="mt5 title">{name}</View>
          <View className="mt2">
            在 {wholeDay(from)}至 {wholeDay(to)}期间，参加志愿服务 {lines.length} 次，共 {hoursWords(minutes)}
            。特此证明。
          </View>
          <View className="mt5 certificate__issuer">
            <View className="b">{issuer}</View>
            <View>{wholeDay(dayOf(issuedAt))}</View>
          </View>
        </Card>
      </View>
      {isValid && code && (
        <View className="mt5 certificate__code">
          <Image className="certificate__square" src={code} aria-role="img" aria-label="核验码" />
          <View className="small i2 mt2">请对方用微信扫一扫，当场核验真假</View>
        </View>
      )}
      <View className="mt4">
        <Card kind="rows">
          {lines.map((line, index) => (
            <ListRow
              key={`${line.day}${line.title}${index}`}
              first={index === 0}
              title={line.title}
              say={[dayOfMonth(line.day), line.teamName, line.place].filter(Boolean).join(' · ')}
              trail={<View className="b">{hoursWords(line.minutes)}</View>}
            />
          ))}
        </Card>
      </View>
      <View className="small i2 mt4">单位要看身份证号的，请在打印出来以后自己填写。我们不收集身份证号。</View>
    </Page>
  )
}
