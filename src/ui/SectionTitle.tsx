import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Link } from './Link'

interface SectionTitleProps {
  children: ReactNode
  /** A count or a remark on the right. */
  say?: ReactNode
  /** A link on the right; `name` carries the section: 全部，做过的事. */
  link?: { label: string; name?: string; onTap: () => void }
  first?: boolean
}

/** The heading of a part of the page, with a count or a link on the right. */
export function SectionTitle({ children, say, link, first }: SectionTitleProps) {
  return (
    <View className={classes('section', first && 'section--first')}>
      <View className="section__t" aria-role="heading">
        {children}
      </View>
      {say && <View className="small i2">{say}</View>}
      {link && (
        <Link onTap={link.onTap} name={link.name}>
          {link.label}
        </Link>
      )}
    </View>
  )
}
