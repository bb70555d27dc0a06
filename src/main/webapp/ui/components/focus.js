
export const topDialog = () => [...document.querySelectorAll('dialog[open]')].at(-1);

export const focusOn = (root, selector) => (root.querySelector(selector))?.focus();
