// Instead of the library: what is drawn is its text, and what a click does is called by its place in it.

const flat = (value) => (Array.isArray(value) ? value.map(flat).join('') : typeof value === 'function' ? '' : String(value ?? ''));

export const html = (strings, ...values) => ({ values, toString: () => String.raw({ raw: strings }, ...values.map(flat)) });
export const svg = html;
export const nothing = '';
export const render = (template, root) => (root.drawn = template);
