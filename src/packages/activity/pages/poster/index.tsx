import './index.scss'
import { actions, type ActivityPage } from '@core/contract'
import { Canvas, Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAction } from '@/client'
import { loadPicture, openPermissions, paintPicture, pathTo, savePicture, useParam, useShare, writePng } from '@/device'
import { nearMoment } from '@/parts'
import { TroubleView } from '@/parts/Asked'
import { sharePicture, sharePictures } from '@/parts/share/pictures'
import { ActionBar, BarSmall, BigButton, Bone, ErrorView, Link, Notice, Page } from '@/ui'
import { paintPoster, posterHeight, posterWidth } from '../../poster/poster'

const easel = 'poster'

export default function PosterPage() {
  const id = useParam('id')
  const activity = useAction(actions.getActivity, { id })
  const code = useAction(actions.activityCode, { id }, { fresh: 600_000 })
  const page = activity.data
  const png = code.data?.png
  const trouble = activity.trouble ?? code.trouble
  const [painted, setPainted] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [saved, setSaved] = useState<'saved' | 'denied' | 'failed' | null>(null)
  useShare(() => ({
    title: page ? `${nearMoment(page.startsAt, Date.now())} ${page.title}` : '来看看这场活动',
    path: pathTo('activity', { id }),
    imageUrl: page ? sharePictures[page.colour] : sharePicture,
  }))
  useEffect(() => {
    if (!page || !png || painted || hasFailed) return
    paint(page, png).then(setPainted, () => setFailed(true))
  }, [page, png, painted, hasFailed])

  if (trouble && !painted) {
    const again = () => Promise.all([activity.again(), code.again()])
    return (
      <Page>
        <TroubleView trouble={trouble} onRetry={again} />
      </Page>
    )
  }
  if (hasFailed) {
    return (
      <Page>
        <ErrorView
          title="海报没有画出来"
          say="手机里可能没有空地方了，\n清一清再试一次。"
          onRetry={() => setFailed(false)}
        />
      </Page>
    )
  }
  const save = async () => {
    if (painted) setSaved(await savePicture(painted))
  }
  return (
    <Page
      busy={painted === null}
      bar={
        painted && (
          <ActionBar
            small={<BarSmall icon="share" label="转发" openType="share" />}
            note={saved && <Saved saved={saved} />}
          >
            <BigButton grow onTap={() => void save()}>
              {saved === 'saved' ? '再存一张' : '存到相册'}
            </BigButton>
          </ActionBar>
        )
      }
    >
      <View className="poster">
        {painted ? (
          <Image
            className="poster__pic"
            src={painted}
            mode="widthFix"
            showMenuByLongpress
            aria-role="img"
            aria-label="活动海报，长按可以发给朋友"
          />
        ) : (
          <View className="col g3" aria-role="progressbar" aria-label="正在画海报">
            <Bone height={300} round={20} />
            <Bone height={40} />
            <Bone width="60%" />
          </View>
        )}
      </View>
      {painted && <View className="small i2 ctr mt3">打印出来贴在楼下，或者长按图片发给邻居</View>}
      <Canvas type="2d" id={easel} className="poster__easel" aria-hidden />
    </Page>
  )
}

async function paint(page: ActivityPage, png: string): Promise<string> {
  const path = await writePng(png)
  return paintPicture({ id: easel, width: posterWidth, height: posterHeight }, async (pen, canvas) => {
    paintPoster(pen, page, await loadPicture(canvas, path))
  })
}

/** What became of saving, honestly, and the way on. */
function Saved({ saved }: { saved: 'saved' | 'denied' | 'failed' }) {
  if (saved === 'saved') {
    return (
      <Notice tone="success" alert>
        存到相册了，打印出来可以贴在楼下。
      </Notice>
    )
  }
  if (saved === 'denied') {
    return (
      <Notice
        tone="warn"
        icon="info"
        title="还没允许存到相册"
        alert
        action={<Link onTap={() => void openPermissions()}>去打开</Link>}
      >
        打开「添加到相册」，回来再点一次。
      </Notice>
    )
  }
  return (
    <Notice tone="warn" icon="info" title="没有存上" alert>
      也可以长按图片，发给朋友或者存下来。
    </Notice>
  )
}
