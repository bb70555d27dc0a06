import { html, nothing, render } from '../lib/lit-html.js';
import { failed, skeleton } from './state.js';

const SPINNER_DELAY = 200;

/** Draws `view` into `root`; the answer asks for another drawing, many at once make one. */
export function mount(root, view) {
	let due = false;
	const draw = () => {
		due = false;
		render(view(), root);
	};
	draw();
	return () => {
		if (due) return;
		due = true;
		queueMicrotask(draw);
	};
}

/**
 * One thing read from the server: what is there now, whether it is being read, and why it failed. An answer that comes
 * after a newer question is dropped, and what was there stays to be seen while it is read again.
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
	 * @param {{ quiet?: boolean }} [options] quiet: no skeleton
	 */
	show(ready, { quiet = false } = {}) {
		if (this.error) return failed(this.error, () => this.load());
		if (this.value !== undefined) return ready(this.value);
		return quiet ? nothing : skeleton(this.slow);
	}
}

/** @template T @param {() => void} update @param {() => Promise<T>} read @returns {Remote<T>} */
export function remote(update, read) {
	const thing = new Remote(update, read);
	thing.load();
	return thing;
}

/** A list that is read page by page by the server's cursor. @param {() => void} update @param {(cursor?: string) => Promise<any>} read */
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

/** A heading that takes the focus after a change of page, a line below it, and actions. @param {string} title @param {HeadOptions} [more] */
export const head = (title, { hint, actions, crumb } = {}) => html`<div class="page-head">
	<div>
		${crumb ? html`<a class="crumb" href=${crumb.href}>‹ ${crumb.label}</a>` : ''}
		<h1 tabindex="-1">${title}</h1>
		${hint ? html`<p>${hint}</p>` : ''}
	</div>
	${actions ? html`<div class="row">${actions}</div>` : ''}
</div>`;
