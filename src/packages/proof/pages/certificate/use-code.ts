import { actions } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction } from '@/client'
import { writePng } from '@/device'

/** The path on this phone of a certificate's verification code; '' until it has come. */
export function useCode(certificateId: string): string {
  const { data } = useAction(actions.certificateCode, { id: certificateId }, { fresh: Infinity })
  const [path, setPath] = useState('')
  useEffect(() => {
    if (data) writePng(data.png).then(setPath, () => setPath(''))
  }, [data])
  return path
}
