import { actions, type Certificate, type CommonRefusal } from '@core/contract'
import { useState } from 'react'
import { newKey, useDo, type Trouble } from '@/client'
import { loadPicture, openFile, openPermissions, ask, paintPicture, savePicture, say } from '@/device'
import { heightFor, paintCertificate, width } from './paint-certificate'
import { useFile } from '@/parts/use-file'

interface TakeAway {
  picture: () => Promise<void>
  pdf: () => Promise<void>
  busy: 'picture' | 'pdf' | null
  progress: string
  notice: string
  trouble: Trouble<CommonRefusal> | undefined
}

/** The two ways to take a certificate along: into the album, with its code from the phone, and as a PDF. */
export function useTakeAway(certificate: Certificate, easel: string, code: string): TakeAway {
  const [isPainting, setPainting] = useState(false)
  const [notice, setNotice] = useState('')
  const { run: order, trouble, busy } = useDo(actions.orderCertificate)
  const file = useFile()

  const picture = async () => {
    setPainting(true)
    setNotice('')
    try {
      await keep(await painted(certificate, easel, code))
    } catch {
      setNotice('没有画成，再试一次；还是不行，可以存成 PDF')
    }
    setPainting(false)
  }
  const keep = async (path: string) => {
    const outcome = await savePicture(path)
    if (outcome === 'saved') say('存到相册了')
    else if (outcome === 'failed') setNotice('没有存成，再点一次')
    else if (
      await ask({ title: '要先允许存到相册', body: '在设置里打开「添加到相册」，再回来点一次。', yes: '去设置' })
    )
      await openPermissions()
  }
  const pdf = async () => {
    setNotice('')
    const ordered = await order({ id: certificate.id, key: newKey() })
    if (!ordered?.ok) return
    const made = await file.make(ordered.data)
    if (!made || !(await openFile(made.url, made.name))) setNotice('文件没有打开，再点一次')
  }
  return {
    picture,
    pdf,
    busy: isPainting ? 'picture' : busy || file.busy ? 'pdf' : null,
    progress: '正在做…',
    notice,
    trouble,
  }
}

async function painted(certificate: Certificate, easel: string, code: string): Promise<string> {
  if (!code) throw new Error('no code for the certificate yet')
  return paintPicture({ id: easel, width, height: heightFor(certificate) }, async (context, canvas) =>
    paintCertificate(context, certificate, await loadPicture(canvas, code)),
  )
}
