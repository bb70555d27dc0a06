import { html } from '../lib/lit-html.js';
import { button } from './button.js';
import { submitter } from './dialog.js';
import { complainAt, valid } from './field.js';

/** A form in steps. All stay in the document, so that nothing typed is lost; a later one is reached only over valid earlier ones. @param {WizardOptions} options */
export function wizard({ steps, update, run, close, dismiss }) {
	let at = 0;
	let asking = false;
	const submission = submitter(update, run, close);
	const last = steps.length - 1;
	const panelsOf = (form) => [...form.querySelectorAll('[role=tabpanel]')];

	/** What only the server knows about the steps before holds the next one back too. */
	const passes = async (form, to) => {
		for (const [index, panel] of panelsOf(form).slice(0, to).entries()) {
			if (index < at) continue;
			if (!valid(panel)) return false;
			const refusal = await steps[index].refusal?.();
			if (refusal && complainAt(form, refusal)) return false;
		}
		return true;
	};
	const go = async (form, to) => {
		if (asking) return;
		asking = true;
		const free = to <= at || (await passes(form, to));
		asking = false;
		if (!free) return;
		at = to;
		update();
		queueMicrotask(() => panelsOf(form)[to].querySelector('input:not([type=radio]), select')?.focus());
	};
	const formOf = (event) => event.currentTarget.closest('form');
	const arrows = async (event, index) => {
		const to = { ArrowRight: Math.min(index + 1, last), ArrowLeft: Math.max(index - 1, 0) }[event.key];
		if (to === undefined) return;
		const form = formOf(event);
		await go(form, to);
		queueMicrotask(() => form.querySelector('[role=tab][aria-selected=true]')?.focus());
	};
	const submit = (event) => {
		event.preventDefault();
		const form = event.currentTarget;
		if (at < last) return go(form, at + 1);
		const wrong = panelsOf(form).findIndex((panel) => !valid(panel));
		if (wrong >= 0 && wrong < at) return go(form, wrong);
		return submission.submit(event);
	};
	const reveal = (event) => {
		at = panelsOf(event.currentTarget).indexOf(event.target.closest('[role=tabpanel]'));
		update();
	};

	return () => html`<form novalidate @submit=${submit} @usher:reveal=${reveal}>
		<div class="steps" role="tablist" aria-label="Steps">${steps.map((step, index) => html`<button type="button" role="tab"
			id="step-${index}" aria-selected=${index === at} aria-controls="panel-${index}" tabindex=${index === at ? 0 : -1}
			@click=${(event) => go(formOf(event), index)}
			@keydown=${(event) => arrows(event, index)}>${index + 1}. ${step.title}</button>`)}</div>
		<div class="body">
			${steps.map((step, index) => html`<div class="stack" role="tabpanel" id="panel-${index}" aria-labelledby="step-${index}"
				?hidden=${index !== at}>${step.view()}</div>`)}
			${submission.complaint()}
		</div>
		<footer>
			${button('Cancel', dismiss)}
			${at > 0 ? button('Back', (event) => go(formOf(event), at - 1)) : ''}
			<button class="primary" aria-busy=${submission.busy()}>${at < last ? 'Next' : 'Finish'}</button>
		</footer>
	</form>`;
}
