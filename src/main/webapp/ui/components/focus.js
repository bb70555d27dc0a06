// @ts-check

/** The first control that fits takes the focus. @param {Element | Document} root @param {string} selector */
export const focusOn = (root, selector) => /** @type {HTMLElement | null} */ (root.querySelector(selector))?.focus();
