import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useInfiniteAction } from '@/client'
import { Asked } from '@/parts/Asked'
import { BigButton, Link, ListRow, Sheet, TextField, Tick } from '@/ui'
import { nowhere } from '../../../form/draft'
import type { EditorProps } from './Editor'

/** A place of the community, or another one in the leader's own words. */
export function PlaceEditor({ form, onDone, communityId }: EditorProps & { communityId: string }) {
  const list = useInfiniteAction(actions.places, { communityId }, { fresh: 60_000 })
  const [own, setOwn] = useState(form.place.id === null && form.place.name !== '')
  const [name, setName] = useState(own ? form.place.name : '')
  const [address, setAddress] = useState(own ? form.place.address : '')
  const written = name.trim() ? { ...nowhere, name: name.trim(), address: address.trim() } : form.place
  const done = () => onDone(own ? { ...form, place: written } : form)

  if (own) {
    return (
      <Sheet title="在哪里办" onClose={done} foot={<BigButton onTap={done}>好了</BigButton>}>
        <View className="fields mt4">
          <TextField label="地方" value={name} onChange={setName} most={30} hint="比如 2 号楼前的凉亭" />
          <TextField label="怎么找" value={address} onChange={setAddress} most={60} hint="可以不写" />
        </View>
        <Link onTap={() => setOwn(false)}>从社区的场地里选</Link>
      </Sheet>
    )
  }
  return (
    <Sheet title="在哪里办" onClose={done}>
      <ListRow first title="写别的地方" say="凉亭、院子、谁家门口都行" onTap={() => setOwn(true)} name="写别的地方" />
      <Asked asking={list}>
        {() => (
          <>
            {list.items.map(({ id, name: called, address: at, latitude, longitude, hours }) => (
              <ListRow
                key={id}
                title={called}
                say={[at, hours].filter(Boolean).join(' · ')}
                trail={<Tick on={form.place.id === id} />}
                bare
                onTap={() => onDone({ ...form, place: { id, name: called, address: at, latitude, longitude } })}
                name={form.place.id === id ? `${called}，现在选的` : called}
              />
            ))}
            {list.hasMore && <Link onTap={list.more}>{list.askingMore ? '正在找…' : '再看一些'}</Link>}
          </>
        )}
      </Asked>
    </Sheet>
  )
}
