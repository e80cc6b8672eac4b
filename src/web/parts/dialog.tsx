// A dialog over the page: its title, its content, and the buttons at its foot. It closes by Escape; what was typed in
// it is the caller's to keep. The label banners of the page stay in sight above and below it.

import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface TaskDialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one that does what the title says first. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

export function TaskDialog({ title, isOpen, onClose, children, actions, wide = false }: TaskDialogProps): ReactNode {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
    >
      <Modal className={wide ? "dialog dialog--wide" : "dialog"}>
        <Dialog className="dialog__content">
          <Heading slot="title" className="dialog__title">
            {title}
          </Heading>
          <div className="dialog__body stack">{children}</div>
          {actions === undefined ? null : <div className="dialog__foot row row--wrap">{actions}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
