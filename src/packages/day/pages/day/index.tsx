import { Page, Skeleton } from '@/ui'

export default function Day() {
  return (
    <Page>
      <Skeleton />
    </Page>
  )
}
