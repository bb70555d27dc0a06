// As much of a browser as modules need that draw and ask. It must be there before they are imported.
import { register } from 'node:module';

const library = new URL('lit-html.js', import.meta.url).href;
register('data:text/javascript,' + encodeURIComponent(`export const resolve = (specifier, context, next) =>
  specifier.endsWith('/lib/lit-html.js') ? { url: ${JSON.stringify(library)}, shortCircuit: true } : next(specifier, context);`));

const window = new EventTarget();
const kept = new Map();
export const page = { reloads: 0 };

/** What the server answers: from method and path to what is sent back, or a promise of it. */
export const answers = new Map();
/** What it was asked, with each request's body. */
export const asked = [];

const storage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };

/** What lies in the page: dialogs that were opened and not closed. */
const dialogs = [];

class Dialog extends EventTarget {
  setAttribute() {}
  querySelector() {}
  contains() {}
  open = false;
  showModal() {
    this.open = true;
    dialogs.push(this);
  }
  remove() {
    dialogs.splice(dialogs.indexOf(this), 1);
  }
  close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }
}

/** The first function in what was drawn: of a form, its sending. */
const handler = (drawn) => typeof drawn === 'function' ? drawn
  : drawn?.values?.map(handler).find(Boolean);

/** Fills the form of the dialog on top and sends it. */
export function submit(values) {
  const { drawn } = dialogs.at(-1);
  const form = { values, closest: () => null, querySelectorAll: () => [], querySelector: () => null };
  const send = handler(drawn.values.at(-1));
  return send({ preventDefault: () => undefined, currentTarget: form });
}

/** The text of the dialog on top; undefined where there is none. */
export const dialog = () => dialogs.at(-1)?.drawn.toString();

Object.assign(globalThis, {
  FormData: class {
    constructor(form) {
      this.get = (name) => form.values[name];
    }
  },
  localStorage: storage,
  sessionStorage: storage,
  location: { pathname: '/ui/', search: '', origin: 'https://inside.example', reload: () => page.reloads++, replace: () => undefined },
  history: { replaceState: () => undefined },
  document: { documentElement: { dataset: {} }, querySelectorAll: () => [], querySelector: () => null, getElementById: () => null,
    createElement: () => new Dialog(), body: { append: () => undefined } },
  CSS: { escape: String },
  HTMLElement: class {},
  customElements: { define: () => undefined },
  addEventListener: window.addEventListener.bind(window),
  removeEventListener: window.removeEventListener.bind(window),
  dispatchEvent: window.dispatchEvent.bind(window),
  async fetch(address, { method, body, headers }) {
    const path = address.replace('/api/v1', '');
    asked.push({ method, path, headers, body: body && JSON.parse(body) });
    const answer = answers.get(`${method} ${path}`) ?? answers.get(`${method} ${path.replace(/\?.*/, '')}`);
    const { status = 200, etag = '', json } = await (typeof answer === 'function' ? answer() : answer) ?? { status: 404, json: {} };
    return new Response(status === 204 ? null : JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json', ETag: etag } });
  },
});

/** The other window changed what both of them keep. */
export const elsewhere = (key, newValue) => dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

/** All that has an answer is over. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
