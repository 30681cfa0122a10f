import { Page, Skeleton } from '@/ui'

export default function Corrections() {
  return (
    <Page>
      <Skeleton />
    </Page>
  )
}
