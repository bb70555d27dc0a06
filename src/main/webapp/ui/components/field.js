import { html, nothing } from '../lib/lit-html.js';
import { live } from '../lib/directives/live.js';
import { UNITS } from './format.js';

/** @param {string} id @param {string} label @param {unknown} control @param {FieldOptions} options */
export const field = (id, label, control, { hint, required, cls = '' } = {}) => html`<div
		class="field ${required ? 'required' : ''} ${cls}">
	<label for=${id}>${label}</label>
	${control}
	${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : ''}
	<div class="problem" id="${id}-problem" data-problem></div>
</div>`;

const describedBy = (id, hint) => `${hint ? id + '-hint ' : ''}${id}-problem`;

export function textField(name, label, options = {}) {
	const id = 'field-' + name;
	const control = html`<input id=${id} name=${name} type=${options.type ?? 'text'} ?required=${options.required}
		?disabled=${options.disabled} ?autofocus=${options.autofocus} maxlength=${options.max ?? nothing} min=${options.min ?? nothing}
		step=${options.step ?? nothing} pattern=${options.pattern ?? nothing} title=${options.title ?? nothing}
		list=${options.list ?? nothing} autocomplete=${options.autocomplete ?? 'off'} spellcheck="false"
		aria-describedby=${describedBy(id, options.hint)} .value=${kept(String(options.value ?? ''), options.input)} @input=${typed(options.input)}>`;
	return field(id, label, control, options);
}

/** @param {string} name @param {string} label @param {Choice[]} choices @param {FieldOptions & { placeholder?: string }} [options] */
export function selectField(name, label, choices, options = {}) {
	const id = 'field-' + name;
	const chosen = String(options.value ?? '');
	const control = html`<select id=${id} name=${name} ?required=${options.required} ?disabled=${options.disabled}
		aria-describedby=${describedBy(id, options.hint)} @change=${typed(options.input)}>
		${options.placeholder === undefined ? nothing : html`<option value="" .selected=${kept(chosen === '', options.input)}>${options.placeholder}</option>`}
		${choices.map((choice) => html`<option value=${choice.value} .selected=${kept(choice.value === chosen, options.input)}>${choice.label}</option>`)}
	</select>`;
	return field(id, label, control, options);
}

export const nameField = (options, label = 'Name') => textField('name', label, { required: true, autofocus: true, max: 100, ...options });

const PASSWORD_LENGTH = 12;
/** A password that is chosen. @param {string} label @param {FieldOptions & { hint?: string }} [options] */
export const newPassword = (label, { hint = '', ...options } = {}) => textField('password', label, {
	type: 'password', required: true, autocomplete: 'new-password', pattern: `.{${PASSWORD_LENGTH},}`,
	title: `At least ${PASSWORD_LENGTH} characters`, hint: `At least ${PASSWORD_LENGTH} characters. ${hint}`, ...options });

export const choicesOf = (list) => (list ?? []).map((one) => ({ value: one.id, label: one.dataLocked ? `${one.name} (data lock)` : one.name }));

/** Bytes as a number and a unit. @param {any} quota @param {string} hint @param {(part: string, value: string) => void} [told] */
export const quotaField = ({ amount, unit }, hint, told) => html`<div class="with-unit">
	${textField('quotaBytes', 'Quota per user', { type: 'number', min: '0.01', step: '0.01', value: amount, hint, input: told && ((value) => told('amount', value)) })}
	${selectField('unit', 'Unit', Object.keys(UNITS).map((value) => ({ value, label: value })), { value: unit, input: told && ((value) => told('unit', value)) })}
</div>`;

export function areaField(name, label, options = {}) {
	const id = 'field-' + name;
	return field(id, label, html`<textarea id=${id} name=${name} ?required=${options.required} spellcheck="false"
		aria-describedby=${describedBy(id, options.hint)} .value=${kept(String(options.value ?? ''), options.input)} @input=${typed(options.input)}></textarea>`,
	options);
}

/** @param {string} name @param {unknown} label @param {CheckOptions} [options] */
export const checkField = (name, label, { checked = false, hint, disabled, required, change } = {}) => html`<label class="option">
	<input type="checkbox" name=${name} .checked=${kept(checked, change)} ?disabled=${disabled} ?required=${required}
		@change=${(event) => change?.(event.target.checked)}>
	<span>${label}${hint ? html`<span class="hint">${hint}</span>` : ''}</span>
</label>`;

/** @param {string} name @param {string} legend @param {Choice[]} choices @param {string} chosen @param {(value: string) => void} change */
export const radioField = (name, legend, choices, chosen, change) => html`<fieldset><legend>${legend}</legend>
	${choices.map((choice) => html`<label class="option"><input type="radio" name=${name} value=${choice.value}
		.checked=${live(choice.value === chosen)} @change=${() => change(choice.value)}>
		<span>${choice.label}${choice.hint ? html`<span class="hint">${choice.hint}</span>` : ''}</span></label>`)}
</fieldset>`;

/**
 * A control whose page listens to it shows what the page knows; any other keeps what was typed, however often its form is
 * drawn again.
 */
const kept = (value, listener) => (listener ? live(value) : value);

const typed = (tell) => (event) => {
	complain(event.target, '');
	tell?.(event.target.value);
};

function complain(control, text) {
	const place = control.closest('.field')?.querySelector('[data-problem]');
	if (place) place.textContent = text;
	control.setAttribute('aria-invalid', String(text !== ''));
}

/** Says at each control of a form, or of a step of one, what is wrong with it and goes to the first one. */
export function valid(part) {
	const wrong = [...part.querySelectorAll('input, select, textarea')].filter((control) => !control.checkValidity());
	wrong.forEach((control) => complain(control, control.validity.patternMismatch && control.title ? control.title : control.validationMessage));
	wrong[0]?.focus();
	return wrong.length === 0;
}

/** Shows a server's complaint at the control it is about; false when there is none such. */
export function complainAt(form, error) {
	const name = String(error?.problem?.field ?? '').split('.').at(-1);
	const control = name ? (form.querySelector(`[name="${CSS.escape(name)}"]`)) : null;
	if (!control) return false;
	complain(control, error.message);
	// It may stand in a step of a wizard that is not shown now.
	control.dispatchEvent(new CustomEvent('usher:reveal', { bubbles: true }));
	setTimeout(() => control.focus());
	return true;
}
