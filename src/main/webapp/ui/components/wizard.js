import { html } from '../lib/lit-html.js';
import { valid } from './field.js';
import { submitter } from './dialog.js';

/** A form in steps. All stay in the document, so that nothing typed is lost; a later one is reached only over valid earlier ones. @param {WizardOptions} options */
export function wizard({ steps, update, run, close }) {
	let at = 0;
	const submission = submitter(update, run, close);
	const last = steps.length - 1;

		const go = (form, to) => {
		const panels = form.querySelectorAll('[role=tabpanel]');
		if (to > at && ![...panels].slice(at, to).every((panel) => valid(panel))) return;
		at = to;
				update();
		queueMicrotask(() => (panels[to].querySelector('input:not([type=radio]), select'))?.focus());
	};
	const formOf = (event) => event.currentTarget.closest('form');
	const arrows = (event, index) => {
		const to = { ArrowRight: Math.min(index + 1, last), ArrowLeft: Math.max(index - 1, 0) }[event.key];
		if (to === undefined) return;
		const form = formOf(event);
		go(form, to);
		queueMicrotask(() => form.querySelector('[role=tab][aria-selected=true]')?.focus());
	};
	const submit = (event) => {
		event.preventDefault();
		const form = event.currentTarget;
		if (at < last) return go(form, at + 1);
		const panels = form.querySelectorAll('[role=tabpanel]');
		const wrong = [...panels].findIndex((panel) => !valid(panel));
		if (wrong >= 0 && wrong < at) return go(form, wrong);
		return submission.submit(event);
	};

	const reveal = (event) => {
		const panel = event.target.closest('[role=tabpanel]');
		at = [...event.currentTarget.querySelectorAll('[role=tabpanel]')].indexOf(panel);
		update();
	};

	return () => html`<form novalidate @submit=${submit} @usher:reveal=${reveal}>
		<div class="steps" role="tablist" aria-label="Steps">${steps.map((step, index) => html`<button type="button" role="tab"
			id="step-${index}" aria-selected=${String(index === at)} aria-controls="panel-${index}" tabindex=${index === at ? 0 : -1}
			@click=${(event) => go(formOf(event), index)}
			@keydown=${(event) => arrows(event, index)}>${index + 1}. ${step.title}</button>`)}</div>
		<div class="body">
			${steps.map((step, index) => html`<div class="stack" role="tabpanel" id="panel-${index}" aria-labelledby="step-${index}"
				?hidden=${index !== at}>${step.view()}</div>`)}
			${submission.complaint()}
		</div>
		<footer>
			<button type="button" @click=${() => close()}>Cancel</button>
			${at > 0 ? html`<button type="button" @click=${(event) => go(formOf(event), at - 1)}>Back</button>` : ''}
			<button class="primary" aria-busy=${String(submission.busy())}>${at < last ? 'Next' : 'Finish'}</button>
		</footer>
	</form>`;
}
