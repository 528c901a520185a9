// Catches a bug in a screen, so that the rest of the window keeps working and nothing typed is lost.
import { Component, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { t } from '../messages/message.ts';

type Props = {
  readonly children: ReactNode;
  /** Changes when another screen is shown, which clears the failure. */
  readonly resetKey: string;
};
type State = { readonly failed: boolean };

/** Shows a sentence in the place of the screen that failed. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate(previous: Props): void {
    if (previous.resetKey !== this.props.resetKey && this.state.failed) {
      this.setState({ failed: false });
    }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        icon={TriangleAlert}
        title={t('failure.screenTitle')}
        action={
          <Button onPress={() => this.setState({ failed: false })}>{t('common.tryAgain')}</Button>
        }
      >
        {t('failure.screenText')}
      </EmptyState>
    );
  }
}
