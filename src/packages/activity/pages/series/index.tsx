import { Page } from '@/ui'

export default function Soon() {
  return <Page>{null}</Page>
}
