import {
	all, api, badge, button, bytes, checkField, choicesOf, count, html, joinBytes, lock, nameField, note, parseValues, path, plural,
	printValues, quotaField, radioField, selectField, shortAttribute, splitBytes, textField,
} from '../kit.js';
import { profileForm, regionForm } from './catalog.js';

const LIVE_DELAY = 300;

export async function mappingChoices(tenant) {
	const base = path`/tenants/${tenant}`;
	const [profiles, regions, attributes] = await Promise.all([
		all(base + '/profiles'), all(base + '/storage-regions'),
		all(base + '/attributes').catch(() => []), // suggestions only: the wizard works without them
	]);
	return { profiles, regions, attributes };
}

export function draftOf(from) {
	const quota = splitBytes(from?.assignment.quotaBytes);
	return {
		name: from?.name ?? '',
		all: from?.criteria.type === 'ALL_USERS',
		attribute: from?.criteria.attribute ?? '',
		values: printValues(from?.criteria.values ?? []),
		profileId: from?.assignment.profileId ?? '',
		storageRegionId: from?.assignment.storageRegionId ?? '',
		amount: quota.amount,
		unit: quota.unit,
		mail: from?.assignment.sendActivationEmail ?? true,
	};
}

export const criteriaOf = (draft) => draft.all
	? { type: 'ALL_USERS' }
	: { type: 'ATTRIBUTE', attribute: draft.attribute.trim(), values: parseValues(draft.values) };

export const assignmentOf = (draft) => ({
	profileId: draft.profileId,
	storageRegionId: draft.storageRegionId,
	quotaBytes: joinBytes(draft.amount, draft.unit),
	sendActivationEmail: draft.mail,
});

/** How many known users the criteria would match, asked when typing pauses. */
export function liveCount(tenant, draft, update) {
	let turn = 0;
	let answer;
	let timer = 0;
	const asked = () => api.bare('POST', path`/tenants/${tenant}/mappings/match-count`, { criteria: criteriaOf(draft) });
	const ask = async (mine) => {
		const criteria = criteriaOf(draft);
		if (criteria.type === 'ATTRIBUTE' && (!criteria.attribute || !criteria.values?.length)) return;
		const found = await asked().catch(() => undefined);
		if (mine !== turn) return;
		answer = found;
		update();
	};
	return {
		changed() {
			answer = undefined;
			clearTimeout(timer);
			const mine = ++turn;
			timer = setTimeout(() => ask(mine), LIVE_DELAY);
			update();
		},
		/** What the server has against the attribute, or whatever else its refusal names. */
		refusal: () => asked().then(() => undefined, (error) => error),
		view: () => html`<p class="hint" role="status">${answer ? matchText(answer) : 'As you type, this line says how many known users would match.'}</p>`,
	};
}

const matchText = (answer) => answer.users === undefined
	? 'How many known users would match cannot be told for this attribute.'
	: html`<b>${count(answer.users)}</b> of ${plural(answer.of, 'known user')} would match.${
		answer.otherCase ? html` <b class="wrong">${plural(answer.otherCase, 'more user')} would if the case were the same.</b>` : ''}`;

export const criteriaStep = (draft, choices, live) => {
	const set = (key) => (value) => {
		draft[key] = value;
		live.changed();
	};
	const values = parseValues(draft.values);
	return html`
		${nameField({ value: draft.name, input: (value) => (draft.name = value) }, 'Mapping Name')}
		${radioField('type', 'Filter Users', [
			{ value: 'ATTRIBUTE', label: 'SCIM attribute', hint: 'Users whose attribute has one of the values.' },
			{ value: 'ALL_USERS', label: 'All Users', hint: 'Users are imported based on no criteria. Best as the last mapping.' },
		], draft.all ? 'ALL_USERS' : 'ATTRIBUTE', (value) => set('all')(value === 'ALL_USERS'))}
		${draft.all ? '' : html`
			${textField('attribute', 'SCIM Attribute', { required: true, max: 400, value: draft.attribute, list: 'attributes', input: set('attribute'),
				hint: html`For example <code>department</code> or <code>emails[type eq "work"].value</code>.` })}
			<datalist id="attributes">${choices.attributes.map((one) => html`<option value=${one.attribute}>${attributeLabel(one)}</option>`)}</datalist>
			${textField('values', 'Value(s)', { required: true, pattern: '.*[^,\\s].*', title: 'At least one value', value: draft.values, input: set('values'),
				hint: 'Use a comma to specify multiple values for the attribute; put a value that holds a comma in double quotes. The filter is case-sensitive. The value you specify in the SCIM mapping and the attribute value in the IdP should be in the same case.' })}
			${values.length > 1 ? html`<div class="values" role="group" aria-label="${plural(values.length, 'value')} understood">${values.slice(0, 20).map((value) => badge(value))}${
				values.length > 20 ? badge(`and ${values.length - 20} more`, 'plain-chip') : ''}</div>` : ''}`}
		${live.view()}
		${note('information', 'The criteria cannot be changed later, the name and the backup configuration can.')}`;
};

const attributeLabel = (one) => one.description || shortAttribute(one.attribute);

export const assignmentStep = (tenant, draft, choices, update) => {
	const base = path`/tenants/${tenant}`;
	const choose = (key, id) => {
		draft[key] = id;
		update();
	};
	/** What the step needs can be made inside it: nothing typed is lost, and it is chosen at once. */
	const pick = (key, label, list, title, make) => selectField(key, label, choicesOf(list), {
		required: true, placeholder: 'Choose…', value: draft[key], input: (id) => choose(key, id),
		hint: html`${list.length ? '' : 'There is none yet. '}${button(title, async () => {
			const one = await make(base);
			if (!one) return;
			list.push(one);
			choose(key, one.id);
		}, 'small')}` });
	const profile = choices.profiles.find((one) => one.id === draft.profileId);
	return html`
		${pick('storageRegionId', 'Storage', choices.regions, 'New Storage Region', regionForm)}
		${pick('profileId', 'Profile', choices.profiles, 'New Profile', profileForm)}
		${profile?.dataLocked ? note('warning', html`<b>${lock} Data lock is enabled for this profile. If you select it, you cannot:</b>
			<ul><li>Delete the snapshots, users, and devices associated with the profile.</li><li>Change profile of users.</li><li>Remove the license of the user.</li></ul>`) : ''}
		${quotaField(draft, profile ? `Empty: from the profile (${bytes(profile.quotaBytes)}).` : 'Empty: from the profile.', (part, value) => (draft[part] = value))}
		${checkField('mail', 'Send activation email to newly added users', { checked: draft.mail, change: (checked) => (draft.mail = checked) })}`;
};
