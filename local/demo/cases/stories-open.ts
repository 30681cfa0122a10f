// What is under way beyond 柳湾: a little in every community, and here and there one that climbed to the county.
import type { Chance } from '../chance'
import { communities } from '../communities'
import { partnerIds } from '../partner-list'
import type { CasePeople } from './people'
import type { Story } from './story'

const { power } = partnerIds
/** Of so many communities one has something that nobody looked at in time. */
const everyForgotten = 3

/** Open stories of the other communities. */
export function openStories(chance: Chance, people: CasePeople): Story[] {
  return communities.slice(1).flatMap(({ id: communityId, stations }, at): Story[] => {
    const compound = chance.whole(1, stations.length - 1)
    const repair = people.serving(communityId, ['property-town', 'housing', power]) ?? power
    const fresh: Story = {
      ...{ key: `open-${communityId}-1`, communityId, compound, service: 'whistle', topic: 'light', spot: '东侧小路' },
      words: '路灯两晚没亮了，接孩子要打手电。',
      at: [0, 1 + chance.next() * 3],
      beats: [],
    }
    const doing: Story = {
      ...{ key: `open-${communityId}-2`, communityId, compound, service: 'wish', topic: 'around', spot: '1 号楼前' },
      words: '想在门口装个歇脚的凳子，走累了坐一坐。',
      followers: chance.whole(0, 3),
      at: [3, 14],
      beats: [
        [3, 15.5, 'staff', { move: 'dispatch', units: [repair], people: {}, clock: null, words: '' }],
        [3, 16.5, `u:${repair}`, { move: 'accept', unit: repair, words: '' }],
      ],
    }
    const forgotten: Story = {
      ...{ key: `open-${communityId}-3`, communityId, service: 'whistle', topic: 'road', spot: '北口' },
      words: '人行道的砖翘起来了，绊倒过老人。',
      at: [16, 10],
      beats: [],
    }
    return at % everyForgotten === 0 ? [fresh, doing, forgotten] : [fresh, doing]
  })
}
