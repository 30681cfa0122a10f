import { Page, Skeleton } from '@/ui'

export default function Settle() {
  return (
    <Page>
      <Skeleton />
    </Page>
  )
}
