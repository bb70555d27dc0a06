
export const focusOn = (root, selector) => (root.querySelector(selector))?.focus();
