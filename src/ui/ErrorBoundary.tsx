import { Component, type ReactNode } from 'react'
import { Empty } from './Empty'

/** Shows a calm page instead of a frozen one when drawing fails; the fault still reaches the phone's error log. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(fault: Error) {
    console.error('page could not be drawn', fault)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Empty
        drawing="offline"
        title="这一页没画好"
        say="您填过、报过的都还在。点一下再画一次。"
        action={{ label: '再试一次', onTap: () => this.setState({ failed: false }) }}
      />
    )
  }
}
