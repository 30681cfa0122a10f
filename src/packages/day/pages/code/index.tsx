import { Page, Skeleton } from '@/ui'

export default function Code() {
  return (
    <Page>
      <Skeleton />
    </Page>
  )
}
