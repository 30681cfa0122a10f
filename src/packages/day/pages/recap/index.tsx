import { Page, Skeleton } from '@/ui'

export default function WriteRecap() {
  return (
    <Page>
      <Skeleton />
    </Page>
  )
}
