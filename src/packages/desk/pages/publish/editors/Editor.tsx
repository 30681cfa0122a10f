import type { ActivityForm } from '@core/contract'
import { AudienceEditor } from './AudienceEditor'
import { BringEditor } from './BringEditor'
import { ContactEditor } from './ContactEditor'
import { DeadlineEditor } from './DeadlineEditor'
import { HomeEditor } from './HomeEditor'
import { PlaceEditor } from './PlaceEditor'
import { QuestionsEditor } from './QuestionsEditor'
import { SeatsEditor } from './SeatsEditor'
import { ServesEditor } from './ServesEditor'
import { UnitsEditor } from './UnitsEditor'
import { WayEditor } from './WayEditor'
import { WordsEditor } from './WordsEditor'

export type EditorName =
  | 'words'
  | 'place'
  | 'seats'
  | 'units'
  | 'audience'
  | 'way'
  | 'questions'
  | 'serves'
  | 'home'
  | 'closes'
  | 'cancel'
  | 'bring'
  | 'contact'

/** An editor gets the form and gives it back changed; closing it keeps what was written. */
export interface EditorProps {
  form: ActivityForm
  onDone: (form: ActivityForm) => void
}

/** The sheet that changes one part of the form. */
export function Editor({ name, communityId, ...props }: EditorProps & { name: EditorName; communityId: string }) {
  switch (name) {
    case 'words':
      return <WordsEditor {...props} />
    case 'place':
      return <PlaceEditor {...props} communityId={communityId} />
    case 'seats':
      return <SeatsEditor {...props} />
    case 'units':
      return <UnitsEditor {...props} />
    case 'way':
      return <WayEditor {...props} />
    case 'questions':
      return <QuestionsEditor {...props} />
    case 'serves':
      return <ServesEditor {...props} />
    case 'home':
      return <HomeEditor {...props} />
    case 'audience':
      return <AudienceEditor {...props} />
    case 'closes':
      return <DeadlineEditor {...props} field="closesAt" title="报名到什么时候" />
    case 'cancel':
      return <DeadlineEditor {...props} field="cancelBy" title="取消到什么时候" />
    case 'bring':
      return <BringEditor {...props} />
    case 'contact':
      return <ContactEditor {...props} />
  }
}
