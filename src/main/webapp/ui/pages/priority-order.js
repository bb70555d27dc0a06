import { all, api, breakable, button, criteriaText, grip, hint, html, moved, note, openDialog, path, sheet, toast } from '../kit.js';
import { shadowing } from './criteria.js';

async function read(tenant) {
	const [order, mappings] = await Promise.all([api.read(path`/tenants/${tenant}/mapping-order`), all(path`/tenants/${tenant}/mappings`)]);
	const known = new Map(mappings.map((mapping) => [mapping.id, mapping]));
	return { etag: order.etag, list: order.body.flatMap((id) => known.get(id) ?? []) };
}

export async function priorityOrder(tenant) {
	let state = await read(tenant);
	let chosen = 0;
	let refusal;
	let dragged = -1;

	return openDialog('Edit Mapping Priority Order', (close, update, dismiss) => {
		const move = (from, to) => {
			if (to < 0 || to >= state.list.length || from === to) return;
			state.list = moved(state.list, from, to);
			chosen = to;
			update();
			document.querySelector('.order')?.dispatchEvent(new Event('usher:changed', { bubbles: true }));
		};
		const save = async () => {
			try {
				await api.put(path`/tenants/${tenant}/mapping-order`, state.list.map((mapping) => mapping.id), state.etag);
				toast('Priority order saved. It holds for users who come from now on.');
				close(true);
			} catch (error) {
				refusal = error;
			}
			update();
		};
		const again = async () => {
			state = await read(tenant);
			refusal = undefined;
			chosen = 0;
			update();
		};
		const keys = (event) => {
			const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
			if (!event.altKey || !step) return;
			event.preventDefault();
			const list = event.currentTarget;
			move(chosen, chosen + step);
			queueMicrotask(() => list.querySelector(':checked').focus());
		};
		const over = (event, index) => {
			if (dragged < 0) return;
			event.preventDefault();
			if (index === dragged) return;
			move(dragged, index);
			dragged = index;
		};
		const row = (mapping, index) => html`<label class="pick ${dragged === index ? 'dragged' : ''}" draggable="true"
				@dragstart=${() => (dragged = chosen = index)} @dragover=${(event) => over(event, index)}
				@dragend=${() => {
					dragged = -1;
					update();
				}}>
			<input type="radio" name="chosen" ?autofocus=${index === 0} .checked=${index === chosen} @change=${() => {
				chosen = index;
				update();
			}}>
			<span class="rank">${index + 1}</span>
			<span><b>${mapping.name}</b>${hint(html`${breakable(criteriaText(mapping.criteria))}${
				shadowing(state.list, index) ? ' · never reached here' : ''}`)}</span>
			<span class="grip">${grip}</span></label>`;
		const mover = (label, to, off) =>
			html`<button type="button" aria-disabled=${off} @click=${() => move(chosen, to)}>${label}</button>`;
		const last = () => state.list.length - 1;

		return () => sheet(html`
				${hint('Users get the assignment of the first mapping that matches them. Move the chosen one, drag it, or use Alt with the arrow keys.')}
				<div role="alert">${refusal ? note('bad', complaint(refusal, again)) : ''}</div>
				<div class="order">
					<div class="list" role="radiogroup" aria-label="Mappings, highest priority first" @keydown=${keys}>${state.list.map(row)}</div>
					<div class="buttons">
						${mover('Move Up', chosen - 1, chosen === 0)}${mover('Move Down', chosen + 1, chosen === last())}
						${mover('Move to Top', 0, chosen === 0)}${mover('Move to Bottom', last(), chosen === last())}
					</div>
				</div>
				<p class="unseen" role="status">${state.list[chosen]?.name} is at place ${chosen + 1} of ${state.list.length}</p>`,
			html`${button('Cancel', dismiss)}${button('Save', save, 'primary')}`);
	}, { wide: true, careful: true });
}

const complaint = (refusal, again) => refusal.status === 412 || refusal.status === 409
	? html`<b>Somebody else changed the mappings meanwhile</b>
			<p>Saving now would undo that. Load the order as it is now and move the mapping again; your changes here are dropped.</p>
			<div>${button('Load the current order', again)}</div>`
	: html`<p>${refusal.message}</p>`;
