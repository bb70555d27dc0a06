import { html, nothing, render } from '../lib/lit-html.js';
import { focusOn } from './focus.js';
import { failed, skeleton } from './state.js';

const SPINNER_DELAY = 200;

/** Draws `view` into `root`; the answer asks for another drawing, many at once make one. Whose focus is drawn away gets the heading. */
export function mount(root, view) {
	let due = false;
	const draw = () => {
		due = false;
		const held = root.contains(document.activeElement);
		render(view(), root);
		if (held && !root.contains(document.activeElement)) focusOn(root, 'main h1, h2');
	};
	draw();
	return () => {
		if (due) return;
		due = true;
		queueMicrotask(draw);
	};
}

/**
 * One thing read from the server. An answer that comes after a newer question is dropped; what was there is seen meanwhile.
 * @template T
 */
export class Remote {
	value;
	error;
	loading = false;
	slow = false;
	#turn = 0;

	constructor(update, read) {
		this.update = update;
		this.read = read;
	}

	async load() {
		const turn = ++this.#turn;
		this.loading = true;
		this.slow = false;
		const timer = setTimeout(() => {
			if (turn !== this.#turn) return;
			this.slow = true;
			this.update();
		}, SPINNER_DELAY);
		try {
			const value = await this.read();
			if (turn !== this.#turn) return;
			this.value = value;
			this.error = undefined;
		} catch (error) {
			if (turn !== this.#turn) return;
			this.error = error;
		} finally {
			clearTimeout(timer);
			if (turn === this.#turn) {
				this.loading = false;
				this.update();
			}
		}
	}

	/**
	 * Nothing at first, a skeleton after 200 ms, then the thing or the failure.
	 * @param {(value: T) => unknown} ready
	 * @param {{ quiet?: boolean, title?: string }} [options] quiet: no skeleton; title: of a page whose heading comes with the thing
	 */
	show(ready, { quiet = false, title } = {}) {
		if (this.value !== undefined && !this.error) return ready(this.value);
		if (quiet && !this.error) return nothing;
		const instead = this.error ? failed(this.error, () => this.load()) : skeleton(this.slow);
		return title ? html`${head(title)}<section class="card">${instead}</section>` : instead;
	}
}

/** @template T @param {() => Promise<T>} read @returns {Remote<T>} */
export function remote(update, read) {
	const thing = new Remote(update, read);
	thing.load();
	return thing;
}

export function pages(update, read) {
	let earlier = [];
	let cursor;
	const list = remote(update, async () => {
		const page = await read(cursor);
		return { items: [...earlier, ...page.items], next: page.next ?? undefined };
	});
	return {
		list,
		reload() {
			earlier = [];
			cursor = undefined;
			return list.load();
		},
		more() {
			earlier = list.value?.items ?? [];
			cursor = list.value?.next;
			return list.load();
		},
	};
}

/** Asks again and again while the page is seen; the answer ends that, and so does the end of the session. */
export function polled(every, wanted, ask) {
	const timer = setInterval(async () => {
		if (document.visibilityState !== 'visible' || !wanted()) return;
		await ask().catch((error) => error.status === 401 && clearInterval(timer));
	}, every);
	return () => clearInterval(timer);
}

/** A heading that takes the focus after a change of page, a line below it, and actions. */
export const head = (title, /** @type {HeadOptions} */ { hint, actions, crumb } = {}) => html`<div class="page-head">
	<div>
		${crumb ? html`<a class="crumb" href=${crumb.href}>‹ ${crumb.label}</a>` : ''}
		<h1 tabindex="-1">${title}</h1>
		${hint ? html`<p>${hint}</p>` : ''}
	</div>
	${actions ? html`<div class="row">${actions}</div>` : ''}
</div>`;
