import { html, nothing } from '../lib/lit-html.js';
import { UNITS, words } from './format.js';

let scope = '';

/** Fields of a dialog over another dialog have ids of their own. */
export function inDialog(depth, draw) {
	scope = depth ? `-${depth}` : '';
	const drawn = draw();
	scope = '';
	return drawn;
}

const idOf = (name) => `field-${name}${scope}`;

/** @type {DrawField} */
export const field = (id, label, control, { hint, required, cls = '' } = {}) => html`<div
		class="field ${required ? 'required' : ''} ${cls}">
	<label for=${id}>${label}</label>
	${control}
	${hint ? html`<div class="hint" id="${id}-hint">${hint}</div>` : ''}
	<div class="problem" id="${id}-problem" data-problem></div>
</div>`;

const describedBy = (id, hint) => `${hint ? id + '-hint ' : ''}${id}-problem`;

export function textField(name, label, options = {}) {
	const id = idOf(name);
	const control = html`<input id=${id} name=${name} type=${options.type ?? 'text'} ?required=${options.required}
		?disabled=${options.disabled} ?autofocus=${options.autofocus} maxlength=${options.max ?? nothing} min=${options.min ?? nothing}
		step=${options.step ?? nothing} pattern=${options.pattern ?? nothing} title=${options.title ?? nothing}
		list=${options.list ?? nothing} autocomplete=${options.autocomplete ?? 'off'} spellcheck="false"
		aria-describedby=${describedBy(id, options.hint)} .value=${String(options.value ?? '')} @input=${typed(options.input)}>`;
	return field(id, label, control, options);
}

/** @param {Choice[]} choices @param {FieldOptions & { placeholder?: string }} [options] */
export function selectField(name, label, choices, options = {}) {
	const id = idOf(name);
	const chosen = String(options.value ?? '');
	const control = html`<select id=${id} name=${name} ?required=${options.required} ?disabled=${options.disabled}
		aria-describedby=${describedBy(id, options.hint)} @change=${typed(options.input)}>
		${options.placeholder === undefined ? '' : html`<option value="" .selected=${chosen === ''}>${options.placeholder}</option>`}
		${choices.map((choice) => html`<option value=${choice.value} .selected=${choice.value === chosen}>${choice.label}</option>`)}
	</select>`;
	return field(id, label, control, options);
}

export const nameField = (options, label = 'Name') => textField('name', label, { required: true, autofocus: true, max: 100, ...options });

const PASSWORD_LENGTH = 12;
export const newPassword = (label, /** @type {FieldOptions} */ { hint = '', ...options } = {}) => textField('password', label, {
	type: 'password', required: true, autocomplete: 'new-password', pattern: `.{${PASSWORD_LENGTH},}`,
	title: `At least ${PASSWORD_LENGTH} characters`, hint: `At least ${PASSWORD_LENGTH} characters. ${hint}`, ...options });

export const choices = (codes) => codes.map((code) => ({ value: code, label: words(code) }));

export const choicesOf = (list) => (list ?? []).map((one) => ({ value: one.id, label: one.dataLocked ? `${one.name} (data lock)` : one.name }));

export const quotaField = ({ amount, unit }, hint, told) => html`<div class="with-unit">
	${textField('quotaBytes', 'Quota per user', { type: 'number', min: '0', step: 'any', value: amount, hint, input: told && ((value) => told('amount', value)) })}
	${selectField('unit', 'Unit', Object.keys(UNITS).map((value) => ({ value, label: value })), { value: unit, input: told && ((value) => told('unit', value)) })}
</div>`;

export function areaField(name, label, options = {}) {
	const id = idOf(name);
	return field(id, label, html`<textarea id=${id} name=${name} ?required=${options.required} spellcheck="false"
		aria-describedby=${describedBy(id, options.hint)} .value=${String(options.value ?? '')} @input=${typed(options.input)}></textarea>`,
	options);
}

/** @type {DrawCheck} */
export const checkField = (name, label, { checked = false, hint, disabled, required, change } = {}) => html`<label class="option">
	<input type="checkbox" name=${name} .checked=${checked} ?disabled=${disabled} ?required=${required}
		@change=${(event) => change?.(event.target.checked)}>
	<span>${label}${hint ? html`<span class="hint">${hint}</span>` : ''}</span>
</label>`;

export const radioField = (name, legend, choices, chosen, /** @type {any} */ change = undefined) => html`<fieldset><legend>${legend}</legend>
	${choices.map((choice) => html`<label class="option"><input type="radio" name=${name} value=${choice.value}
		.checked=${choice.value === chosen} @change=${() => change?.(choice.value)}>
		<span>${choice.label}${choice.hint ? html`<span class="hint">${choice.hint}</span>` : ''}</span></label>`)}
</fieldset>`;

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

/** What the console itself finds wrong at a field, as the server would say it. */
export const wrongAt = (field, text) => Object.assign(new Error(text), { problem: { field } });

/** The server's refusal of a password, at its field. */
export const wrongPassword = (field, text) => (error) => {
	throw error.code === 'wrong-password' ? wrongAt(field, text) : error;
};

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
