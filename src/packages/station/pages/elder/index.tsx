import { Page } from '@/ui'

/** To come. */
export default function ToCome() {
  return <Page>{null}</Page>
}
