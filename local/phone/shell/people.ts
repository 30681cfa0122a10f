import { byId, el } from './dom'
import { clearErrors } from './errors'
import { openPhone, state } from './phone-frame'

/** Shows who can hold the phone; a tap hands it over and starts the mini-program as that person. */
export function showPeople(changed: () => void): void {
  const list = state.people.map((person) => {
    const second = [person.role, person.remark].filter(Boolean).join('，')
    const row = el(
      'button',
      { class: 'person', role: 'radio', pressed: person.openid === state.openid },
      el('i', { class: 'person-face', text: person.name.slice(-1) }),
      el('span', {}, el('b', { text: person.name }), el('small', { text: second })),
    )
    row.onclick = () => {
      state.openid = person.openid
      clearErrors()
      openPhone()
      changed()
    }
    return row
  })
  byId('people').replaceChildren(...(list.length ? list : [el('p', { class: 'quiet', text: '还没有人可以选' })]))
}
